using System.Globalization;
using System.Text;

namespace Pionir.Tests.Common.Papers;

/// <summary>PDFs as strangers make them, written by hand: what matters is what is wrong with them.</summary>
public static class PdfSketch
{
    /// <param name="content">What the page draws.</param>
    /// <param name="resources">Entries of its resources; objects from number 10 on may be referred to.</param>
    /// <param name="page">Further entries of the page.</param>
    /// <param name="catalog">Further entries of the catalogue.</param>
    /// <param name="objects">Objects from number 10 on; a stream is its dictionary, a line, and its data.</param>
    public static byte[] Of(
        string content = "1 0 0 rg 10 10 100 100 re f",
        string resources = "",
        string page = "/MediaBox[0 0 841.89 595.28]",
        string catalog = "",
        int pages = 1,
        params string[] objects
    )
    {
        var all = new SortedDictionary<int, string>
        {
            [1] = $"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            [2] =
                $"<</Type/Pages/Count {pages}/Kids[3 0 R {string.Concat(Enumerable.Range(0, pages - 1).Select(at => $"{100 + at} 0 R "))}]>>",
            [3] = $"<</Type/Page/Parent 2 0 R{page}/Contents 4 0 R/Resources<<{resources}>>>>",
            [4] = Stream("", content),
        };
        for (var at = 0; at < pages - 1; at++)
            all[100 + at] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R/Resources<<>>>>";
        foreach (var (at, one) in objects.Index())
            all[10 + at] = one;
        return Write(all);
    }

    public static string Stream(string entries, string data) =>
        $"<<{entries}/Length {data.Length}>>\nstream\n{data}\nendstream";

    /// <summary>A font of whose program only the beginning is there; nothing draws with it.</summary>
    public static string[] EmbeddedFont(string flags = "32", string encoding = "/Encoding/WinAnsiEncoding") =>
        [
            $"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Uji/FirstChar 65/LastChar 65/Widths[500]{encoding}/FontDescriptor 11 0 R>>",
            $"<</Type/FontDescriptor/FontName/ABCDEF+Uji/Flags {flags}/FontBBox[0 0 500 700]/ItalicAngle 0/Ascent 700/Descent 0/CapHeight 700/StemV 80/FontFile2 12 0 R>>",
            Stream("/Length1 4", "uji!"),
        ];

    private static byte[] Write(SortedDictionary<int, string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n%âãÏÓ\n");
        var table = new StringBuilder();
        foreach (var (number, content) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 1\n0000000000 65535 f \n{table}");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Keys.Last() + 1}/Root 1 0 R>>\n");
        return Encoding.Latin1.GetBytes(
            file.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n").ToString()
        );
    }
}
