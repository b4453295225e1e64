using System.Globalization;
using System.Text;
using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>Names come from strangers: paths, control and direction marks are taken out, the rest is kept.</summary>
internal static class FileNames
{
    public const int Maximum = 150;
    private const string Unnamed = "berkas";

    private static readonly Dictionary<string, FileKinds> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = FileKinds.Pdf,
        [".jpg"] = FileKinds.Jpeg,
        [".jpeg"] = FileKinds.Jpeg,
        [".png"] = FileKinds.Png,
        [".docx"] = FileKinds.Docx,
        [".xlsx"] = FileKinds.Xlsx,
        [".csv"] = FileKinds.Csv,
        [".json"] = FileKinds.Json,
        [".ttf"] = FileKinds.Font,
        [".otf"] = FileKinds.Font,
    };

    public static string Clean(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            // Format covers right-to-left overrides: "gnp.exe" must not read as "exe.png".
            var isHidden =
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.OtherNotAssigned;
            if (!isHidden)
                kept.Append(rune.ToString());
        }
        var clean = kept.Replace("\"", "'").ToString().Trim().Trim('.');
        if (clean.Length == 0)
            return Unnamed;
        return clean.Length <= Maximum ? clean : Shorten(clean);
    }

    /// <summary>What the ending promises; none when it promises nothing that we know.</summary>
    public static FileKinds Promised(string name) =>
        Extensions.TryGetValue(Path.GetExtension(name), out var kind) ? kind : FileKinds.None;

    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Length > 10)
            extension = "";
        var stem = name[..(Maximum - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
