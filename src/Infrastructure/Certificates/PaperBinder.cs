using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <summary>Binds drawn pages to what is the same on each paper: prepared objects, pictures, colour profile.</summary>
/// <param name="block">Prepared objects of the file.</param>
/// <param name="pictures">Resource entries of prepared drawings and pictures.</param>
/// <param name="colours">Entry of the catalogue for the colour profile.</param>
/// <param name="box">Page size as the page's dictionary writes it.</param>
internal sealed class PaperBinder(PdfBlock block, string pictures, string colours, string box)
{
    public byte[] Bind(IReadOnlyList<PdfCanvas> sheets, PdfFonts used, PaperFacts facts)
    {
        var file = PdfFile.From(block, facts.Packed);
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
                $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {box}]/Resources {resources} 0 R/Contents {content} 0 R{parent}>>"
            );
            kids.Add(page).Add(" 0 R "u8);
            pages.Add(page);
        }
        file.Put(
            tree,
            new PdfBuffer(128).Add($"<</Type/Pages/Count {sheets.Count}/Kids[").Add(kids.Written).Add("]>>"u8).Written
        );
        var (metadata, info) = PdfArchive.Describe(
            file,
            facts.Title,
            facts.Author,
            facts.Date,
            facts.Identifier,
            facts.Attachment is null ? 2 : 3
        );
        var structure = tags?.Write(file, pages);
        var attached = facts.Attachment is { } attachment ? PdfAttachment.Write(file, attachment, facts.Date) : "";
        var catalog = file.Add(
            $"<</Type/Catalog/Pages {tree} 0 R/Metadata {metadata} 0 R{colours}{structure}{attached}/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true>>>>"
        );
        return file.Close(catalog, info);
    }
}

/// <summary>What a paper's file says of itself, besides what is seen.</summary>
/// <param name="Identifier">Where the paper is checked; null for papers that do not say it.</param>
/// <param name="Packed">Small objects are packed together; papers given out before that was done are not.</param>
/// <param name="Attachment">A file that the paper carries.</param>
internal sealed record PaperFacts(
    string Title,
    string Author,
    DateOnly Date,
    string? Identifier,
    bool Packed,
    byte[]? Attachment
);
