using System.Globalization;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// A file that a paper carries, as PDF/A-3 wants it (ISO 19005-3, 6.8): named, described, and said how it belongs to the
/// paper. Readers list it among the attachments.
/// </summary>
internal static class PdfAttachment
{
    /// <summary>Short and the same in every paper: whoever takes it out by program asks for this name.</summary>
    public const string FileName = "kredensial.json";

    private const string About = "Data untuk mesin (Open Badges 3.0), ditandatangani tersendiri";

    /// <returns>The entries for the catalogue.</returns>
    public static string Write(PdfFile file, byte[] content, DateOnly date)
    {
        var day = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var data = file.AddStream(
            content,
            $"/Type/EmbeddedFile/Subtype/application#2Fld+json/Params<</Size {content.Length}/ModDate(D:{day}000000Z)>>"
        );
        // The same facts as on the paper, for machines: "Data" (ISO 19005-3, table of relationships).
        var specification = file.Add(
            new PdfBuffer(512)
                .Add($"<</Type/Filespec/F({FileName})/UF({FileName})/AFRelationship/Data/Desc ")
                .AddText(About)
                .Add($"/EF<</F {data} 0 R/UF {data} 0 R>>>>")
                .Written
        );
        return $"/AF[{specification} 0 R]/Names<</EmbeddedFiles<</Names[({FileName}) {specification} 0 R]>>>>";
    }
}
