using System.Globalization;
using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>A document made ready for drawing: texts read, faces numbered, lengths in points.</summary>
internal sealed class DesignPlan
{
    public const double Point = 72 / 25.4;

    /// <summary>Letters that Indonesian names and titles cannot do without.</summary>
    public const string Needed = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;'()/-&";

    /// <summary>Letters that are often printed; embedded in advance.</summary>
    private const string Letters = Needed + "–·’“”";

    private readonly List<string> faces;
    private readonly IReadOnlyList<TrueTypeFont> fonts;

    public DesignPlan(TemplateMaterial material)
    {
        Document = material.Document;
        (Width, Height) = (Document.Size.Width * Point, Document.Size.Height * Point);
        var shipped = PdfFonts.Shipped;
        faces =
        [
            .. Document
                .Blocks.Select(block => block.Font)
                .OfType<string>()
                .Where(font => shipped.ContainsKey(font) || material.Fonts.ContainsKey(font))
                .Append(PdfFonts.Lender)
                .Distinct(),
        ];
        fonts =
        [
            .. faces.Select(face =>
                shipped.TryGetValue(face, out var file)
                    ? TrueTypeFont.Load(file)
                    : UploadedFonts.Parse(material.Fonts[face])
            ),
        ];
        Blocks = [.. Document.Blocks.Select(Plan)];
        Heading = On(1).Where(block => block.Text?.Fields.Any() == false).MaxBy(block => block.Source.Size);
    }

    public TemplateDocument Document { get; }
    public double Width { get; }
    public double Height { get; }
    public IReadOnlyList<PlannedBlock> Blocks { get; }

    /// <summary>The largest fixed text of the first page: what the paper is.</summary>
    public PlannedBlock? Heading { get; }

    public IEnumerable<PlannedBlock> On(int page) => Blocks.Where(block => block.Source.Page == page);

    public PdfFonts Fonts() => new(fonts, Lender, Foreseen, addsApart: true, Document.IsKerned);

    public Face Lender => FaceOf(PdfFonts.Lender);

    public TrueTypeFont FontOf(PlannedBlock block) => fonts[(int)block.Face];

    public static string NameOf(Guid picture) => $"P{picture:N}";

    private PlannedBlock Plan(TemplateBlock block) =>
        new(
            block,
            FaceOf(block.Font),
            InkOf(block.Colour),
            TextOf(block),
            new Area(block.X * Point, block.Y * Point, block.Width * Point, block.Height * Point)
        );

    // A draft can name what does not exist; it is drawn anyhow, and the problem stands beside it.
    private Face FaceOf(string? font) => (Face)Math.Max(0, faces.IndexOf(font is null ? PdfFonts.Lender : font));

    private static TemplateText? TextOf(TemplateBlock block)
    {
        if (block.Kind != BlockKind.Text || block.Text is null)
            return null;
        var read = TemplateText.Parse(block.Text);
        return read.IsSuccess ? read.Value : null;
    }

    private static Ink InkOf(string colour) =>
        Ink.Hex(int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private string Foreseen(Face face)
    {
        var used = Blocks.Where(block => block.Face == face && (block.Text is not null || IsTable(block))).ToList();
        if (used.Any(block => IsTable(block) || block.Text!.Fields.Any()))
            return Letters;
        var letters = string.Concat(used.Select(block => block.Text!.Fixed));
        return string.Concat(letters.EnumerateRunes().Where(rune => !PdfFonts.IsInkless(rune.Value)).Distinct());
    }

    private static bool IsTable(PlannedBlock block) => block.Source.Kind == BlockKind.Subjects;
}

/// <summary>Points from the upper left corner.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double CentreX => X + (Width / 2);
    public double CentreY => Y + (Height / 2);
}

/// <param name="Text">Null for other kinds, and for text that cannot be read.</param>
internal sealed record PlannedBlock(TemplateBlock Source, Face Face, Ink Ink, TemplateText? Text, Area Area)
{
    /// <summary>Says something that no other paper of the same training says.</summary>
    public bool IsOfOnePaper => Source.Kind == BlockKind.Qr || Text?.Fields.Any(said => said.IsOfOnePaper) == true;

    public TextMeasure Measure =>
        new(
            Source.Size,
            Math.Min(Source.Size, Source.MinimumSize),
            Source.LineHeight,
            Source.Tracking / 1000,
            Source.Align is not (TextAlign.Left or TextAlign.Justify)
        );
}
