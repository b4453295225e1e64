using Pionir.Application.Common.Printing;

namespace Pionir.Infrastructure.Printing;

/// <inheritdoc cref="ITablePdf"/>
internal sealed class TablePdf : ITablePdf
{
    public void Write(Stream target, TableDocument document)
    {
        var fonts = new PdfFonts();
        var tags = document.Archive is null ? null : new PdfTags();
        var layout = new TableLayout(document, fonts, tags);
        layout.Run();

        var file = new PdfFile();
        var tree = file.Reserve();
        var contents = new List<int>();
        for (var at = 0; at < layout.Pages.Count; at++)
        {
            layout.Foot(layout.Pages[at], at + 1);
            contents.Add(file.AddStream(layout.Pages[at].Content));
        }
        var resources = file.Add($"<</Font<<{fonts.Write(file)}>>>>");
        var pages = contents
            .Select(
                (content, at) =>
                    file.Add(
                        FormattableString.Invariant(
                            $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {layout.Pages[at].Width} {layout.Pages[at].Height}]/Resources {resources} 0 R/Contents {content} 0 R"
                        ) + (tags is null ? ">>" : FormattableString.Invariant($"/StructParents {at}>>"))
                    )
            )
            .ToList();
        file.Put(
            tree,
            new PdfBuffer()
                .Add(
                    $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(page => $"{page} 0 R"))}]>>"
                )
                .Written
        );
        var (info, archive) = Describe(file, document, tags, pages);
        var catalog = file.Add(
            $"<</Type/Catalog/Pages {tree} 0 R{archive}/Lang(id)/ViewerPreferences<</DisplayDocTitle true>>>>"
        );
        target.Write(file.Close(catalog, info));
    }

    private static (int Info, string Archive) Describe(
        PdfFile file,
        TableDocument document,
        PdfTags? tags,
        List<int> pages
    )
    {
        if (document.Archive is not { } archive || tags is null)
        {
            var title = new PdfBuffer().Add("<</Title "u8).AddText(document.Title).Add("/Producer(Pionir)>>"u8);
            return (file.Add(title.Written), "");
        }
        var colours = PdfArchive.WriteColourSpace(file);
        var (metadata, info) = PdfArchive.Describe(file, document.Title, archive.Author, archive.Date, archive.Address);
        return (info, $"/Metadata {metadata} 0 R{colours}{tags.Write(file, pages)}");
    }
}
