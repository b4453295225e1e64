using System.Text;
using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>Finds the kind of a file by its bytes.</summary>
internal static class ContentSniffer
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] PngEnd = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    /// <param name="promised">CSV and JSON have no mark of their own: the name decides between them.</param>
    public static FoundContent Find(Stream content, FileKinds promised)
    {
        Span<byte> buffer = stackalloc byte[16];
        content.Position = 0;
        var head = buffer[..content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];

        if (head.StartsWith("%PDF-"u8))
            return PdfContent.Inspect(content);
        if (head.StartsWith(PngStart))
            return EndsWith(content, PngEnd) ? FileKinds.Png : FoundContent.With(FileKinds.Png, Defect.Damaged);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return HasEndOfImage(content) ? FileKinds.Jpeg : FoundContent.With(FileKinds.Jpeg, Defect.Damaged);
        if (head.StartsWith("PK"u8))
            return ZipContent.Inspect(content);
        // Web fonts and collections too: whoever asked for the font says better what to do about them.
        if (IsFont(head))
            return FileKinds.Font;
        if (head.StartsWith(Ole))
            return InspectOle(content);
        return promised is FileKinds.Csv or FileKinds.Json ? InspectText(content, promised) : FoundContent.Unknown;
    }

    private static bool IsFont(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0])
        || head.StartsWith("true"u8)
        || head.StartsWith("OTTO"u8)
        || head.StartsWith("ttcf"u8)
        || head.StartsWith("wOF"u8);

    /// <summary>An encrypted DOCX or XLSX is an OLE file with a stream of this name (UTF-16).</summary>
    private static FoundContent InspectOle(Stream content) =>
        Bytes.Contains(content, Encoding.Unicode.GetBytes("EncryptedPackage"))
            ? FoundContent.With(FileKinds.None, Defect.Encrypted)
            : FoundContent.Unknown;

    private static FoundContent InspectText(Stream content, FileKinds promised)
    {
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        var isFirst = true;
        int read;
        while ((read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            var part = buffer.AsSpan(0, read);
            // UTF-16 tables come from old spreadsheet programs and carry zero bytes by nature.
            var isWide = isFirst && (part.StartsWith((byte[])[0xFF, 0xFE]) || part.StartsWith((byte[])[0xFE, 0xFF]));
            if (isWide)
                return promised;
            if (part.Contains((byte)0))
                return FoundContent.Unknown;
            if (isFirst && StartsAsMarkup(part, promised))
                return FoundContent.Unknown;
            isFirst = false;
        }
        return promised;
    }

    private static bool StartsAsMarkup(ReadOnlySpan<byte> part, FileKinds promised)
    {
        var text = part.StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? part[3..] : part;
        text = text.TrimStart(" \t\r\n"u8);
        if (promised == FileKinds.Json)
            return text.IsEmpty || text[0] is not ((byte)'{' or (byte)'[');
        return text.StartsWith("<!"u8)
            || text.StartsWith("<html"u8)
            || text.StartsWith("<?xml"u8)
            || text.StartsWith("MZ"u8);
    }

    private static bool EndsWith(Stream content, ReadOnlySpan<byte> end)
    {
        if (content.Length < end.Length)
            return false;
        var tail = new byte[end.Length];
        content.Position = content.Length - end.Length;
        content.ReadExactly(tail);
        return tail.AsSpan().SequenceEqual(end);
    }

    /// <summary>Cameras append their own data after the picture, so the mark may stand before the end.</summary>
    private static bool HasEndOfImage(Stream content) => Bytes.Contains(content, [0xFF, 0xD9]);
}
