using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <summary>
/// Everything of a template that is the same on each paper: faces, frame, logo, colour profile. Made once; a
/// certificate then costs little more than its own text.
/// </summary>
internal sealed class CompiledTemplate
{
    public const double Width = 841.89;
    public const double Height = 595.28;

    // Letters of Indonesian names and titles; others are added to a copy when they come.
    private const string Letters = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;'()/-–&·’“”";

    private readonly PdfBlock block;
    private readonly PdfFonts fonts;
    private readonly string pictures;
    private readonly string colours;

    private CompiledTemplate(PdfBlock block, PdfFonts fonts, string pictures, string colours, double? logoRatio)
    {
        this.block = block;
        this.fonts = fonts;
        this.pictures = pictures;
        this.colours = colours;
        LogoRatio = logoRatio;
    }

    /// <summary>Width by height; null without a logo.</summary>
    public double? LogoRatio { get; }

    public static CompiledTemplate Compile(byte[]? logo, bool tight)
    {
        var file = new PdfFile(tight);
        var fonts = new PdfFonts(Foreseen);
        fonts.Write(file);
        var colours = PdfArchive.WriteColourSpace(file);
        var front = Prepare(file, fonts, guilloche: true);
        var back = Prepare(file, fonts, guilloche: false);
        var picture = logo is null ? null : PdfPicture.Write(file, logo);
        var pictures = $"/Front {front} 0 R/Back {back} 0 R" + (picture is null ? "" : $"/Logo {picture.Number} 0 R");
        return new CompiledTemplate(
            file.ToBlock(),
            fonts,
            pictures,
            colours,
            picture is null ? null : (double)picture.Width / picture.Height
        );
    }

    public PdfFonts Fonts() => fonts.Share();

    /// <param name="identifier">Where the paper is checked; the first template's papers do not say it.</param>
    public byte[] Assemble(
        IReadOnlyList<PdfCanvas> sheets,
        PdfFonts used,
        string title,
        string author,
        DateOnly date,
        string? identifier
    )
    {
        var file = PdfFile.From(block);
        var resources = file.Add($"<</Font<<{used.Write(file)}>>/XObject<<{pictures}>>>>");
        var tree = file.Reserve();
        var kids = new PdfBuffer(64);
        var pages = new List<int>();
        var tags = sheets[0].Tags;
        foreach (var sheet in sheets)
        {
            var content = file.AddStream(sheet.Content);
            var parent = tags is null ? "" : $"/StructParents {pages.Count}";
            var page = file.Add(
                $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 841.89 595.28]/Resources {resources} 0 R/Contents {content} 0 R{parent}>>"
            );
            kids.Add(page).Add(" 0 R "u8);
            pages.Add(page);
        }
        file.Put(
            tree,
            new PdfBuffer(128).Add($"<</Type/Pages/Count {sheets.Count}/Kids[").Add(kids.Written).Add("]>>"u8).Written
        );
        var (metadata, info) = PdfArchive.Describe(file, title, author, date, identifier);
        var structure = tags?.Write(file, pages);
        var catalog = file.Add(
            $"<</Type/Catalog/Pages {tree} 0 R/Metadata {metadata} 0 R{colours}{structure}/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true>>>>"
        );
        return file.Close(catalog, info);
    }

    private static string Foreseen(Face face) =>
        face switch
        {
            Face.SerifItalic => "diberikan kepada telah mengikuti dan dinyatakan lulus",
            Face.SansBold => "",
            _ => Letters,
        };

    private static int Prepare(PdfFile file, PdfFonts fonts, bool guilloche)
    {
        var canvas = new PdfCanvas(fonts, Width, Height);
        if (guilloche)
            Ornament.Guilloche(canvas, Width / 2, (Height / 2) + 6, 222);
        Ornament.Frame(canvas);
        return file.AddStream(canvas.Content, "/Type/XObject/Subtype/Form/BBox[0 0 841.89 595.28]/Resources<<>>");
    }
}
