using System.Globalization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Wording;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>
/// The subjects and their JP inside a box. A long list first gets smaller letters, then two columns where the box is
/// wide enough, and then goes on over pages.
/// </summary>
internal sealed class SubjectsTable
{
    private const double TwoColumnsFrom = 180 * DesignPlan.Point;
    private const double Gap = 22;
    private const double Step = 0.5;
    private const string ColumnHead = "/A<</O/Table/Scope/Column>>";

    private readonly PdfFonts fonts;
    private readonly PlannedBlock block;
    private readonly SnapshotTraining training;
    private readonly bool dots;
    private readonly double size;
    private readonly int columns;
    private readonly double width;
    private readonly List<(string Name, List<string> Lines, int Jp)> rows;
    private int next;
    private bool isTotalDue = true;

    /// <param name="dots">Thousands have a dot.</param>
    public SubjectsTable(PlannedBlock block, PdfFonts fonts, SnapshotTraining training, bool dots)
    {
        (this.block, this.fonts, this.training, this.dots) = (block, fonts, training, dots);
        var most = block.Area.Width >= TwoColumnsFrom ? 2 : 1;
        (columns, size) = Choose(most);
        width = ColumnWidth(columns);
        rows = Rows(columns, size);
    }

    public bool HasRowTallerThanPage { get; private set; }

    private double LineHeight => size * 1.3;
    private double Padding => size * 0.45;
    private double HeadHeight => size * 2;

    /// <returns>True when there is more, for another page.</returns>
    public bool DrawPage(PdfCanvas canvas)
    {
        for (var column = 0; column < columns && (next < rows.Count || isTotalDue); column++)
            DrawColumn(canvas, block.Area.X + (column * (width + Gap)));
        return next < rows.Count || isTotalDue;
    }

    private void DrawColumn(PdfCanvas canvas, double x)
    {
        var y = Head(canvas, x, repeats: next > 0);
        var bottom = block.Area.Y + block.Area.Height;
        var first = true;
        for (; next < rows.Count; next++, first = false)
        {
            var height = HeightOf(rows[next].Lines.Count, size);
            if (y + height > bottom + 0.01)
            {
                // A row that no column can hold is printed anyhow, and told while designing.
                HasRowTallerThanPage |= first;
                if (!first)
                    return;
            }
            Row(canvas, x, y, height, next);
            y += height;
        }
        if (y + HeadHeight > bottom + 0.01 && !first)
            return;
        Total(canvas, x, y);
        isTotalDue = false;
    }

    private double Head(PdfCanvas canvas, double x, bool repeats)
    {
        var foot = block.Area.Y + (size * 1.2);
        canvas.Fill(block.Ink);
        canvas.Begin(repeats ? PdfTags.Artifact : PdfTags.Row);
        Cell(canvas, () => canvas.Text(block.Face, size, x + 2, foot, "No."), PdfTags.HeadCell, ColumnHead);
        Cell(
            canvas,
            () => canvas.Text(block.Face, size, x + (size * 3), foot, "Mata pelatihan"),
            PdfTags.HeadCell,
            ColumnHead
        );
        Cell(canvas, () => canvas.RightText(block.Face, size, x + width - 2, foot, "JP"), PdfTags.HeadCell, ColumnHead);
        canvas.End();
        canvas.Stroke(Ornament.Gold, 1);
        canvas.Line(x, block.Area.Y + HeadHeight - 2, x + width, block.Area.Y + HeadHeight - 2);
        return block.Area.Y + HeadHeight;
    }

    private void Row(PdfCanvas canvas, double x, double y, double height, int at)
    {
        var foot = y + Padding + size;
        canvas.Fill(block.Ink);
        canvas.Begin(PdfTags.Row);
        Cell(canvas, () => canvas.Text(block.Face, size, x + 2, foot, Digits(at + 1)));
        Cell(
            canvas,
            () =>
            {
                foreach (var (line, text) in rows[at].Lines.Index())
                    canvas.Text(block.Face, size, x + (size * 3), foot + (line * LineHeight), text);
            }
        );
        Cell(canvas, () => canvas.RightText(block.Face, size, x + width - 2, foot, Hours(rows[at].Jp)));
        canvas.End();
        canvas.Stroke(Ornament.Pale, 0.8);
        canvas.Line(x, y + height, x + width, y + height);
    }

    private void Total(PdfCanvas canvas, double x, double y)
    {
        canvas.Stroke(Ornament.Gold, 1);
        canvas.Line(x, y + 1, x + width, y + 1);
        canvas.Fill(block.Ink);
        // The programme may set other JP than its sessions add up to; then the paper says which ones count.
        var words = training.Subjects.Sum(subject => subject.Jp) == training.Jp ? "Jumlah" : "JP yang diakui";
        canvas.Begin(PdfTags.Row);
        Cell(
            canvas,
            () => canvas.Text(block.Face, size, x + (size * 3), y + (size * 1.6), words),
            attributes: "/A<</O/Table/ColSpan 2>>"
        );
        Cell(
            canvas,
            () => canvas.RightText(block.Face, size, x + width - 2, y + (size * 1.6), $"{Hours(training.Jp)} JP")
        );
        canvas.End();
    }

    private static void Cell(PdfCanvas canvas, Action draw, string type = PdfTags.Cell, string attributes = "")
    {
        canvas.Begin(type, attributes: attributes);
        draw();
        canvas.End();
    }

    private (int Columns, double Size) Choose(int most)
    {
        for (var count = 1; count <= most; count++)
        {
            for (var tried = block.Measure.Size; tried >= block.Measure.Smallest; tried -= Step)
            {
                if (FitsOnePage(count, tried))
                    return (count, tried);
            }
        }
        return (most, block.Measure.Size);
    }

    private bool FitsOnePage(int count, double tried)
    {
        var room = block.Area.Height - (tried * 2);
        var used = 0.0;
        var column = 1;
        foreach (var height in Rows(count, tried).Select(row => HeightOf(row.Lines.Count, tried)).Append(tried * 2))
        {
            if (used + height > room)
            {
                used = 0;
                if (++column > count)
                    return false;
            }
            used += height;
        }
        return true;
    }

    private List<(string Name, List<string> Lines, int Jp)> Rows(int count, double tried) =>
        [
            .. training.Subjects.Select(subject =>
                (
                    subject.Name,
                    TextFlow.Wrap(
                        fonts,
                        block.Face,
                        tried,
                        subject.Name,
                        Math.Max(20, ColumnWidth(count) - (tried * 6))
                    ),
                    subject.Jp
                )
            ),
        ];

    private double ColumnWidth(int count) => (block.Area.Width - ((count - 1) * Gap)) / count;

    private static double HeightOf(int lines, double tried) => (lines * tried * 1.3) + (2 * tried * 0.45);

    private string Hours(int jp) => dots ? IndonesianNumber.Digits(jp) : Digits(jp);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
