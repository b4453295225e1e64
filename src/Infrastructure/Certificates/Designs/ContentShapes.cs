using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Pionir.Application.Certificates.Templates;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>
/// Reads the content of a page back, as a viewer does, and gives it as SVG paths. What the designer sees is therefore
/// the very page that is printed, letter by letter, without a second layout that could differ.
/// </summary>
internal sealed class ContentShapes(PdfFonts fonts, double height)
{
    private readonly List<DrawnShape> shapes = [];
    private readonly List<double> numbers = [];
    private readonly StringBuilder path = new();
    private readonly Stack<Affine> kept = new();
    private Affine page = new(1, 0, 0, -1, 0, height);
    private Affine text = Affine.Identity;
    private string fill = "#000000";
    private string stroke = "#000000";
    private string name = "";
    private bool inArray;
    private double lineWidth = 1;
    private double spacing;
    private double size;
    private Face face;
    private string? block;

    public IReadOnlyList<DrawnShape> Shapes => shapes;

    public void Read(ReadOnlySpan<byte> content, string? blockId)
    {
        block = blockId;
        for (var at = 0; at < content.Length; )
        {
            var letter = content[at];
            if (letter is (byte)' ' or (byte)'\n' or (byte)'[' or (byte)']')
            {
                inArray = letter == '[' || (letter != ']' && inArray);
                at++;
                continue;
            }
            var end = at + 1;
            if (letter == '<')
            {
                end = at + content[at..].IndexOf((byte)'>') + 1;
                Show(content[(at + 1)..(end - 1)]);
                at = end;
                continue;
            }
            while (end < content.Length && !" \n/<]"u8.Contains(content[end]))
                end++;
            var token = content[at..end];
            at = end;
            if (letter == '/')
                name = Encoding.ASCII.GetString(token[1..]);
            else if (Utf8Parser.TryParse(token, out double number, out var used) && used == token.Length)
                Take(number);
            else
                Operate(token);
        }
    }

    /// <summary>Between letters it moves what follows (ISO 32000-1, 9.4.3); elsewhere an operator asks for it.</summary>
    private void Take(double number)
    {
        if (inArray)
            text = text.After(new Affine(1, 0, 0, 1, -number * size / 1000, 0));
        else
            numbers.Add(number);
    }

    private void Operate(ReadOnlySpan<byte> token)
    {
        switch (Encoding.ASCII.GetString(token))
        {
            case "rg":
                fill = Colour();
                break;
            case "RG":
                stroke = Colour();
                break;
            case "w":
                lineWidth = numbers[^1];
                break;
            case "m":
                page.Point(path.Append('M'), numbers[^2], numbers[^1]);
                break;
            case "l":
                page.Point(path.Append('L'), numbers[^2], numbers[^1]);
                break;
            case "c":
                page.Point(path.Append('C'), numbers[^6], numbers[^5]);
                page.Point(path.Append(' '), numbers[^4], numbers[^3]);
                page.Point(path.Append(' '), numbers[^2], numbers[^1]);
                break;
            case "re":
                Box(numbers[^4], numbers[^3], numbers[^2], numbers[^1]);
                break;
            case "h":
                path.Append('Z');
                break;
            case "f":
                Finish(fill, null);
                break;
            case "S":
                Finish(null, stroke);
                break;
            case "q":
                kept.Push(page);
                break;
            case "Q":
                page = kept.Pop();
                break;
            case "cm":
                page = page.After(Matrix());
                break;
            case "Do":
                Place();
                break;
            case "Tc":
                spacing = numbers[^1];
                break;
            case "Tm":
                text = Matrix();
                break;
            case "Tf":
                size = numbers[^1];
                face = (Face)int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture);
                break;
            case "ET":
                Finish(fill, null);
                break;
        }
        numbers.Clear();
    }

    private void Box(double x, double y, double width, double high)
    {
        page.Point(path.Append('M'), x, y);
        page.Point(path.Append('L'), x + width, y);
        page.Point(path.Append('L'), x + width, y + high);
        page.Point(path.Append('L'), x, y + high);
        path.Append('Z');
    }

    private void Show(ReadOnlySpan<byte> hex)
    {
        var font = fonts.FontOf(face);
        var scale = size / font.UnitsPerEm;
        for (var at = 0; at + 4 <= hex.Length; at += 4)
        {
            if (!Utf8Parser.TryParse(hex.Slice(at, 4), out ushort number, out _, 'X'))
                continue;
            var glyph = fonts.GlyphOf(face, number);
            GlyphPath.Append(path, font, glyph, page.After(text).After(new Affine(scale, 0, 0, scale, 0, 0)));
            text = text.After(new Affine(1, 0, 0, 1, (font.WidthOf(glyph) * size / 1000) + spacing, 0));
        }
    }

    private void Place()
    {
        var picture = name.StartsWith('P') && Guid.TryParseExact(name.AsSpan(1), "N", out var id) ? id : (Guid?)null;
        // Prepared drawings are read by themselves.
        if (picture is null && name != DesignLayout.Logo)
            return;
        var (left, bottom) = page.Apply(0, 0);
        var (right, top) = page.Apply(1, 1);
        shapes.Add(new DrawnShape(block, null, null, null, 0, picture, [left, top, right - left, bottom - top]));
    }

    private void Finish(string? filled, string? stroked)
    {
        if (path.Length > 0)
            shapes.Add(new DrawnShape(block, path.ToString(), filled, stroked, lineWidth, null, null));
        path.Clear();
    }

    private Affine Matrix() => new(numbers[^6], numbers[^5], numbers[^4], numbers[^3], numbers[^2], numbers[^1]);

    private string Colour() => string.Concat("#", Part(numbers[^3]), Part(numbers[^2]), Part(numbers[^1]));

    private static string Part(double part) =>
        ((int)Math.Round(part * 255)).ToString("X2", CultureInfo.InvariantCulture);
}
