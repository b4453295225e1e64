using Pionir.Application.Common.Printing;

namespace Pionir.Infrastructure.Printing;

/// <inheritdoc cref="ITablePdf"/>
internal sealed class TablePdf : ITablePdf
{
    public void Write(Stream target, TableDocument document)
    {
        var fonts = new PdfFonts();
        var layout = new TableLayout(document, fonts);
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
                            $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {layout.Pages[at].Width} {layout.Pages[at].Height}]/Resources {resources} 0 R/Contents {content} 0 R>>"
                        )
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
        var info = file.Add(
            new PdfBuffer().Add("<</Title "u8).AddText(document.Title).Add("/Producer(Pionir)>>"u8).Written
        );
        var catalog = file.Add(
            $"<</Type/Catalog/Pages {tree} 0 R/Lang(id)/ViewerPreferences<</DisplayDocTitle true>>>>"
        );
        target.Write(file.Close(catalog, info));
    }
}
