using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>
/// A page as it is kept: a PDF of our own writing that any program shows, whose first objects are what the page draws and
/// the form that draws it into the unit square, as a picture is drawn. Papers take those objects over as they are.
/// </summary>
internal static partial class StoredPage
{
    /// <returns>The finished file.</returns>
    public static byte[] Close(PdfFile file, int form, double width, double height)
    {
        var (wide, high) = (PageBox.Digits(Math.Round(width, 2)), PageBox.Digits(Math.Round(height, 2)));
        var content = file.AddStream(Encoding.ASCII.GetBytes($"q {wide} 0 0 {high} 0 0 cm /P Do Q\n"));
        var tree = file.Reserve();
        var page = file.Add(
            $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {wide} {high}]/Resources<</XObject<</P {form} 0 R>>>>/Contents {content} 0 R>>"
        );
        file.Put(tree, Encoding.ASCII.GetBytes($"<</Type/Pages/Count 1/Kids[{page} 0 R]>>"));
        var catalog = file.Add($"<</Type/Catalog/Pages {tree} 0 R>>");
        return file.Close(catalog, file.Add("<</Producer(Pionir)>>"));
    }

    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <summary>Hundredths of points; null when it is none of ours.</summary>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> content) =>
        Is(content) && Page().Match(Tail(content)) is { Success: true } page
            ? (Hundredths(page.Groups[1].Value), Hundredths(page.Groups[2].Value))
            : null;

    /// <summary>Takes the page over into a paper.</summary>
    public static PdfPicture? Write(PdfFile file, byte[] content)
    {
        var page = Page().Match(Tail(content));
        if (!page.Success)
            return null;
        var form = int.Parse(page.Groups[3].Value, CultureInfo.InvariantCulture);
        var offsets = Offsets(content, form + 1);
        var first = file.Reserve();
        for (var number = 1; number < form; number++)
            file.Reserve();
        var ends = offsets.Order().ToArray();
        for (var number = 1; number <= form; number++)
        {
            var end = ends[Array.BinarySearch(ends, offsets[number]) + 1];
            file.Put(first + number - 1, Renumbered(content.AsSpan(offsets[number]..end), first - 1));
        }
        return new PdfPicture(first + form - 1, Hundredths(page.Groups[1].Value), Hundredths(page.Groups[2].Value));
    }

    /// <summary>Between the lines that open and close it; the data of a stream stays as it is.</summary>
    private static byte[] Renumbered(ReadOnlySpan<byte> whole, int by)
    {
        var inner = whole[(whole.IndexOf("obj\n"u8) + 4)..whole.LastIndexOf("\nendobj\n"u8)];
        var stream = inner.IndexOf(">>\nstream\n"u8);
        var head = Encoding.Latin1.GetString(stream < 0 ? inner : inner[..stream]);
        var moved = Reference()
            .Replace(
                head,
                match =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + by} 0 R"
                    )
            );
        return [.. Encoding.Latin1.GetBytes(moved), .. stream < 0 ? [] : inner[stream..]];
    }

    /// <summary>Where the objects begin, from the table at the end; one more than asked for, where the last one ends.</summary>
    private static int[] Offsets(ReadOnlySpan<byte> content, int count)
    {
        var table = content.LastIndexOf("xref\n0 "u8);
        var line = table + 5 + content[(table + 5)..].IndexOf((byte)'\n') + 1;
        var offsets = new int[count + 1];
        for (var number = 0; number <= count; number++)
            offsets[number] = int.Parse(content.Slice(line + (20 * number), 10), CultureInfo.InvariantCulture);
        return offsets;
    }

    /// <summary>The page is written after everything it draws.</summary>
    private static string Tail(ReadOnlySpan<byte> content)
    {
        var page = content.LastIndexOf("<</Type/Page/Parent "u8);
        return page < 0 ? "" : Encoding.Latin1.GetString(content.Slice(page, Math.Min(300, content.Length - page)));
    }

    private static int Hundredths(string number) =>
        (int)Math.Round(double.Parse(number, CultureInfo.InvariantCulture) * 100);

    [GeneratedRegex(@"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/Resources<</XObject<</P (\d+) 0 R>>>>")]
    private static partial Regex Page();

    [GeneratedRegex(@"(?<![\w.#])(\d+) 0 R(?!\w)")]
    private static partial Regex Reference();
}
