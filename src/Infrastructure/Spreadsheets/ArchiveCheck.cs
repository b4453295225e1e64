using System.IO.Compression;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>Looks at an XLSX as an archive before any of it is parsed.</summary>
internal static class ArchiveCheck
{
    private const int MostEntries = 1_000;

    // Shared strings are held in memory by the parser, so the whole must stay well under it. Larger rosters come as CSV.
    private const long MostInflated = 300L * 1024 * 1024;

    // Real tables compress 5 to 30 times; empty formatted cells up to about 100.
    private const int MostRatio = 150;
    private const long RatioMattersFrom = 10L * 1024 * 1024;

    public static Error? Refusal(Stream content)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries)
        {
            return SpreadsheetErrors.ArchiveBomb();
        }

        // Declared sizes are enough: the framework never inflates an entry beyond the size it declares.
        var declared = archive.Entries.Sum(entry => entry.Length);
        if (IsBomb(declared, content.Length))
        {
            return SpreadsheetErrors.ArchiveBomb();
        }

        if (archive.GetEntry("xl/workbook.xml") is null)
        {
            return IsOtherWorkbook(archive) ? SpreadsheetErrors.LegacyFormat() : SpreadsheetErrors.NotASpreadsheet();
        }

        if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return SpreadsheetErrors.Macros();
        }

        return null;
    }

    private static bool IsBomb(long inflated, long packed) =>
        inflated > MostInflated || (inflated > RatioMattersFrom && inflated / Math.Max(packed, 1) > MostRatio);

    /// <summary>Binary workbooks and OpenDocument: tables, but not of a kind that is read here.</summary>
    private static bool IsOtherWorkbook(ZipArchive archive) =>
        archive.GetEntry("xl/workbook.bin") is not null || archive.GetEntry("META-INF/manifest.xml") is not null;
}
