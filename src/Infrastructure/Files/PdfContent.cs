using System.Text;
using System.Text.RegularExpressions;
using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>A PDF that can be opened by anyone: whole, and without a password.</summary>
internal static partial class PdfContent
{
    private const int TailLength = 2048;

    public static FoundContent Inspect(Stream content)
    {
        content.Position = Math.Max(0, content.Length - TailLength);
        var tail = new byte[content.Length - content.Position];
        content.ReadExactly(tail);
        if (tail.AsSpan().IndexOf("%%EOF"u8) < 0)
            return FoundContent.With(FileKinds.Pdf, Defect.Damaged);
        // Compressed parts may hold these letters by chance; the reference behind them makes it sure.
        if (!Bytes.Contains(content, "/Encrypt"u8))
            return FileKinds.Pdf;
        content.Position = 0;
        using var reader = new StreamReader(content, Encoding.Latin1, false, 64 * 1024, leaveOpen: true);
        return EncryptionEntry().IsMatch(reader.ReadToEnd())
            ? FoundContent.With(FileKinds.Pdf, Defect.Encrypted)
            : FileKinds.Pdf;
    }

    [GeneratedRegex(@"/Encrypt\s*(\d+\s+\d+\s+R|<<)", RegexOptions.None, 2000)]
    private static partial Regex EncryptionEntry();
}
