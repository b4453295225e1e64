using System.IO.Compression;
using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>DOCX and XLSX are archives: told apart by their parts, and counted before anybody unpacks them.</summary>
internal static class ZipContent
{
    private const int MaximumEntries = 5_000;
    private const long MaximumUnpacked = 400L * 1024 * 1024;

    /// <summary>Office XML of very even tables reaches 1:60 or so; bombs start at 1:1000.</summary>
    private const int MaximumRatio = 250;
    private const long RatioMattersFrom = 5L * 1024 * 1024;

    public static FoundContent Inspect(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return Inspect(archive, content.Length);
        }
        catch (InvalidDataException)
        {
            return FoundContent.With(FileKinds.None, Defect.Damaged);
        }
    }

    private static FoundContent Inspect(ZipArchive archive, long packed)
    {
        var entries = archive.Entries;
        if (entries.Count > MaximumEntries)
            return FoundContent.With(FileKinds.None, Defect.Bomb);
        var kind = KindOf(entries);
        if (entries.Any(entry => entry.IsEncrypted))
            return FoundContent.With(kind, Defect.Encrypted);
        if (IsBomb(entries, packed))
            return FoundContent.With(kind, Defect.Bomb);
        if (kind == FileKinds.None)
            return FoundContent.Unknown;
        var hasMacros = entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        return hasMacros ? FoundContent.With(kind, Defect.Macros) : kind;
    }

    private static FileKinds KindOf(IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        var names = entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!names.Contains("[Content_Types].xml"))
            return FileKinds.None;
        if (names.Contains("word/document.xml"))
            return FileKinds.Docx;
        return names.Contains("xl/workbook.xml") ? FileKinds.Xlsx : FileKinds.None;
    }

    /// <summary>Sizes in the directory may lie, so the parts are unpacked into nothing and counted.</summary>
    private static bool IsBomb(IReadOnlyCollection<ZipArchiveEntry> entries, long packed)
    {
        var limit = Math.Min(MaximumUnpacked, Math.Max(RatioMattersFrom, packed * MaximumRatio));
        if (entries.Sum(entry => Math.Min(entry.Length, limit)) > limit)
            return true;
        var buffer = new byte[64 * 1024];
        var unpacked = 0L;
        foreach (var entry in entries)
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                unpacked += read;
                if (unpacked > limit)
                    return true;
            }
        }
        return false;
    }
}
