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
    public const string Box = "841.89 595.28";

    // Letters of Indonesian names and titles; others are added to a copy when they come.
    private const string Letters = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;'()/-–&·’“”";

    private readonly PdfFonts fonts;
    private readonly PaperBinder binder;

    private CompiledTemplate(PdfFonts fonts, PaperBinder binder, double? logoRatio)
    {
        this.fonts = fonts;
        this.binder = binder;
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
        var (pictures, ratio) = WriteFixed(file, fonts, logo);
        return new CompiledTemplate(fonts, new PaperBinder(file.ToBlock(), pictures, colours, Box), ratio);
    }

    /// <summary>Writes frames and logo, and returns how pages name them.</summary>
    public static (string Pictures, double? LogoRatio) WriteFixed(PdfFile file, PdfFonts fonts, byte[]? logo)
    {
        var front = Prepare(file, fonts, guilloche: true);
        var back = Prepare(file, fonts, guilloche: false);
        var picture = logo is null ? null : PdfPicture.Write(file, logo);
        return (
            $"/Front {front} 0 R/Back {back} 0 R" + (picture is null ? "" : $"/Logo {picture.Number} 0 R"),
            picture is null ? null : (double)picture.Width / picture.Height
        );
    }

    /// <inheritdoc cref="PdfFonts.Share"/>
    public PdfFonts Fonts(bool brief, bool kerned) => fonts.Share(brief, kerned);

    public byte[] Assemble(IReadOnlyList<PdfCanvas> sheets, PdfFonts used, PaperFacts facts) =>
        binder.Bind(sheets, used, facts);

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
        return file.AddStream(canvas.Content, $"/Type/XObject/Subtype/Form/BBox[0 0 {Box}]/Resources<<>>");
    }
}
