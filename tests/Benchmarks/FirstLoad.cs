using System.IO.Compression;
using System.Text.RegularExpressions;
using Pionir.Build;

namespace Pionir.Benchmarks;

/// <summary>What a browser fetches before it shows the first page.</summary>
internal static partial class FirstLoad
{
    public static void Measure()
    {
        if (Product.PageFolder is not { } folder)
        {
            Say.Step("The page is not built; its first load is not measured.");
            return;
        }
        var index = File.ReadAllText(Path.Combine(folder, "index.html"));
        var files = Named().Matches(index).Select(match => match.Groups[1].Value).Distinct().ToList();
        Figures.Table(
            "First load of the page, compressed",
            ["kind", "files", "kB"],
            files
                .GroupBy(file => Path.GetExtension(file))
                .Where(kind => kind.Key is ".js" or ".css")
                .Select(kind =>
                    (IReadOnlyList<object>)
                        [kind.Key, kind.Count(), kind.Sum(file => Compressed(Path.Combine(folder, file))) / 1000.0]
                )
        );
    }

    private static long Compressed(string file)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(File.ReadAllBytes(file));
        }
        return packed.Length;
    }

    [GeneratedRegex("(?:src|href)=\"([^\":]+\\.(?:js|css))\"")]
    private static partial Regex Named();
}
