namespace Pionir.Infrastructure.Printing;

/// <summary>Draws on one page. The origin is the upper left corner, lengths are points.</summary>
/// <param name="tags">Says what is drawn; without them a page is only seen.</param>
internal sealed partial class PdfCanvas(PdfFonts fonts, double width, double height, PdfTags? tags = null)
{
    private const int Nothing = -2;
    private const int Ornament = -1;

    private readonly PdfBuffer buffer = new();
    private readonly int page = tags?.AddPage() ?? 0;
    private readonly ContentParts parts = new();
    private int marked = Nothing;

    public double Width => width;
    public double Height => height;
    public PdfFonts Fonts => fonts;
    public PdfTags? Tags => tags;

    /// <summary>Squares are a picture of one bit each, a third of the size; untagged papers of old have them as boxes.</summary>
    public bool SquaresAsPicture { get; init; } = tags is not null;

    /// <summary>Everything drawn; nothing is drawn afterwards.</summary>
    public ReadOnlySpan<byte> Content
    {
        get
        {
            Mark(Nothing);
            return buffer.Written;
        }
    }

    /// <summary>From here on, what is drawn is the same on many papers; a file of many of them holds it once.</summary>
    public void BeginCommon() => parts.Turn(buffer.Length, toCommon: true);

    /// <summary>From here on, what is drawn is this paper's own.</summary>
    public void EndCommon() => parts.Turn(buffer.Length, toCommon: false);

    public IEnumerable<(Range Part, bool IsCommon)> Parts() => parts.Of(buffer.Length);

    /// <summary>What is drawn until <see cref="End"/> is one of this kind (see <see cref="PdfTags"/>).</summary>
    /// <param name="alternative">Words for who cannot see it.</param>
    public void Begin(string type, string? alternative = null, string attributes = "") =>
        tags?.Begin(type, alternative, attributes);

    public void End()
    {
        tags?.End();
        // The next thing is another one, even of the same kind.
        if (tags is not null)
            Mark(Nothing);
    }

    public void Fill(Ink ink) => buffer.Add(ink.Red).Add(ink.Green).Add(ink.Blue).Add("rg\n"u8);

    public void Stroke(Ink ink, double lineWidth) =>
        buffer.Add(ink.Red).Add(ink.Green).Add(ink.Blue).Add("RG "u8).Add(lineWidth).Add("w\n"u8);

    public void FillBox(double x, double y, double boxWidth, double boxHeight)
    {
        Paint();
        Box(x, y, boxWidth, boxHeight);
        buffer.Add("f\n"u8);
    }

    public void StrokeBox(double x, double y, double boxWidth, double boxHeight)
    {
        Paint();
        Box(x, y, boxWidth, boxHeight);
        buffer.Add("S\n"u8);
    }

    public void Line(double fromX, double fromY, double toX, double toY)
    {
        Paint();
        buffer.Add(fromX).Add(height - fromY).Add("m "u8).Add(toX).Add(height - toY).Add("l S\n"u8);
    }

    /// <summary>A closed shape of cubic curves: start, then three points for each curve.</summary>
    public void Curve(ReadOnlySpan<(double X, double Y)> points, bool fill)
    {
        Paint();
        buffer.Add(points[0].X).Add(height - points[0].Y).Add("m "u8);
        for (var at = 1; at + 2 < points.Length; at += 3)
        {
            for (var point = at; point < at + 3; point++)
                buffer.Add(points[point].X).Add(height - points[point].Y);
            buffer.Add("c "u8);
        }
        buffer.Add(fill ? "h f\n"u8 : "S\n"u8);
    }

    public void Polygon(ReadOnlySpan<(double X, double Y)> points, bool fill)
    {
        Paint();
        for (var at = 0; at < points.Length; at++)
            buffer.Add(points[at].X).Add(height - points[at].Y).Add(at == 0 ? "m "u8 : "l "u8);
        buffer.Add(fill ? "h f\n"u8 : "h S\n"u8);
    }

    public void Circle(double x, double y, double radius, bool fill)
    {
        var bow = radius * 0.5523;
        Curve(
            [
                (x + radius, y),
                (x + radius, y + bow),
                (x + bow, y + radius),
                (x, y + radius),
                (x - bow, y + radius),
                (x - radius, y + bow),
                (x - radius, y),
                (x - radius, y - bow),
                (x - bow, y - radius),
                (x, y - radius),
                (x + bow, y - radius),
                (x + radius, y - bow),
                (x + radius, y),
            ],
            fill
        );
    }

    /// <summary>Writes one line whose foot stands at <paramref name="y"/>.</summary>
    /// <param name="gap">Added to each space, so that a line gets as wide as its column.</param>
    public void Text(Face face, double size, double x, double y, string text, double spacing = 0, double gap = 0) =>
        Text(face, size, text, spacing, "1 0 0 1 "u8, x, height - y, gap);

    /// <summary>Writes upwards, turned by 30 degrees, from a point.</summary>
    public void SlantedText(Face face, double size, double x, double y, string text) =>
        Text(face, size, text, 0, "0.866 0.5 -0.5 0.866 "u8, x, height - y);

    public void CentredText(Face face, double size, double x, double y, string text, double spacing = 0) =>
        Text(face, size, x - ((fonts.Width(face, size, text, spacing) - spacing) / 2), y, text, spacing);

    public void RightText(Face face, double size, double x, double y, string text) =>
        Text(face, size, x - fonts.Width(face, size, text), y, text);

    /// <summary>Draws a picture or prepared drawing of the page's resources into a box.</summary>
    public void Picture(string name, double x, double y, double boxWidth, double boxHeight)
    {
        Paint();
        buffer
            .Add("q "u8)
            .Add(boxWidth)
            .Add("0 0 "u8)
            .Add(boxHeight)
            .Add(x)
            .Add(height - y - boxHeight)
            .Add("cm /"u8)
            .Add(name)
            .Add(" Do Q\n"u8);
    }

    public void Prepared(string name)
    {
        Paint();
        buffer.Add("/"u8).Add(name).Add(" Do\n"u8);
    }

    /// <summary>One filled path of unit squares; <paramref name="dark"/> tells which.</summary>
    public void Squares(double x, double y, double side, int count, Func<int, int, bool> dark)
    {
        Paint();
        if (SquaresAsPicture)
        {
            Mask(x, y, side * count, count, dark);
            return;
        }
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                if (!dark(row, column))
                    continue;
                var first = column;
                while (column + 1 < count && dark(row, column + 1))
                    column++;
                Box(x + (first * side), y + (row * side), (column - first + 1) * side, side);
            }
        }
        buffer.Add("f\n"u8);
    }

    private void Mask(double x, double y, double side, int count, Func<int, int, bool> dark)
    {
        buffer.Add("q "u8).Add(side).Add("0 0 "u8).Add(side).Add(x).Add(height - y - side);
        buffer.Add("cm\nBI/W "u8).Add(count).Add("/H "u8).Add(count).Add("/IM true/BPC 1/D[1 0]/F/AHx ID\n"u8);
        var row = new byte[(count + 7) / 8];
        for (var at = 0; at < count; at++)
        {
            Array.Clear(row);
            for (var column = 0; column < count; column++)
            {
                if (dark(at, column))
                    row[column / 8] |= (byte)(0x80 >> (column % 8));
            }
            buffer.AddHex(row);
        }
        buffer.Add(">\nEI Q\n"u8);
    }

    private void Paint()
    {
        if (tags is not null)
            Mark(tags.Drawn(isText: false) ?? Ornament);
    }

    /// <returns>True when the text before belongs to the same element.</returns>
    private bool GoesOn(int element)
    {
        var before = marked;
        Mark(element);
        return before == element && element != Ornament;
    }

    /// <summary>From here on this is drawn; what was before is closed.</summary>
    private void Mark(int element)
    {
        if (marked == element)
            return;
        if (marked != Nothing)
            buffer.Add("EMC\n"u8);
        marked = element;
        if (element == Ornament)
        {
            buffer.Add("/Artifact BMC\n"u8);
        }
        else if (element != Nothing)
        {
            var (type, mark) = tags!.Mark(element, page);
            buffer.Add("/"u8).Add(type).Add("<</MCID "u8).Add(mark).Add(">>BDC\n"u8);
        }
    }

    private void Box(double x, double y, double boxWidth, double boxHeight) =>
        buffer.Add(x).Add(height - y - boxHeight).Add(boxWidth).Add(boxHeight).Add("re\n"u8);

    private void Text(
        Face face,
        double size,
        string text,
        double spacing,
        ReadOnlySpan<byte> matrix,
        double x,
        double y,
        double gap = 0
    )
    {
        if (text.Length == 0)
            return;
        if (tags is not null && GoesOn(tags.Drawn(isText: true) ?? Ornament))
        {
            // Without it, the last word of a line and the first of the next are one to who listens.
            text = $" {text}";
            x -= fonts.Width(face, size, " ", spacing);
        }
        buffer.Add("BT "u8);
        if (spacing != 0)
            buffer.Add(spacing).Add("Tc "u8);
        buffer.Add(matrix).Add(x).Add(y).Add("Tm "u8);
        Letters(face, size, text, gap * 1000 / size);
        if (spacing != 0)
            buffer.Add("0 Tc "u8);
        buffer.Add("ET\n"u8);
    }
}
