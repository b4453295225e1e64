using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Templates;

/// <summary>What designing needs of the printing machine: the same that issues certificates.</summary>
public interface ITemplateWorkshop
{
    /// <summary>Lays a certificate out and says where every line and picture comes to stand.</summary>
    TemplateDrawing Draw(TemplateMaterial material, CertificateSnapshot snapshot, byte[]? logo);

    /// <summary>What would go wrong with fonts, letters, pictures and the room for text.</summary>
    IReadOnlyList<TemplateProblem> Inspect(
        TemplateMaterial material,
        IReadOnlyDictionary<TemplateSample, CertificateSnapshot> samples,
        byte[]? logo
    );

    /// <summary>Reads a font from a stranger: every part is checked before any is used.</summary>
    Result<FontFacts> ReadFont(byte[] content);

    /// <summary>Reads a picture from a stranger whole, so that none fails when certificates are printed.</summary>
    Result<PictureFacts> ReadPicture(byte[] content);

    /// <summary>Takes one page out of a stranger's PDF, so that papers stay archivable with it in their background.</summary>
    /// <param name="number">From 1; null takes the only page there is.</param>
    Result<PagePicture> ReadPage(byte[] content, int? number);
}

/// <summary>A page as it is kept: a PDF of that page alone, with nothing in it but what it draws.</summary>
/// <param name="Width">Millimetres, as is the height.</param>
public sealed record PagePicture(byte[] Content, int Width, int Height);

/// <summary>The pages as the printed file has them.</summary>
/// <param name="Texts">How the text of each block was fitted.</param>
public sealed record TemplateDrawing(IReadOnlyList<DrawnPage> Pages, IReadOnlyList<FittedText> Texts);

/// <summary>One page; lengths are points from the upper left corner, 72 to an inch.</summary>
public sealed record DrawnPage(double Width, double Height, IReadOnlyList<DrawnShape> Shapes);

/// <summary>One thing drawn, in the order of drawing.</summary>
/// <param name="BlockId">The block it belongs to; null for the background.</param>
/// <param name="Path">SVG path data; null for a picture.</param>
/// <param name="Fill">#RRGGBB; null is not filled.</param>
/// <param name="Stroke">#RRGGBB; null has no line.</param>
/// <param name="Picture">Id of the picture; null with <paramref name="Box"/> means the institution's logo.</param>
/// <param name="Box">Left, top, width, height of a picture.</param>
public sealed record DrawnShape(
    string? BlockId,
    string? Path,
    string? Fill,
    string? Stroke,
    double StrokeWidth,
    Guid? Picture,
    IReadOnlyList<double>? Box
);

/// <param name="Size">Points it was printed at.</param>
/// <param name="Lines">Into how many lines it was broken.</param>
public sealed record FittedText(string BlockId, double Size, int Lines);
