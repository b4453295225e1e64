using System.Buffers;
using System.Text;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>
/// The encoding of a text file: by its mark, else UTF-8 when valid, else what older Excel writes. What reads a file is
/// strict: a letter it cannot make out ends the reading, and never comes in as a replacement sign.
/// </summary>
internal static class TextEncoding
{
    // Each knows its mark, so that a reader told not to guess still leaves it out.
    private static readonly UTF8Encoding Utf8 = new(true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(false, true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(true, true, throwOnInvalidBytes: true);

    /// <returns>None for a file that holds letters of UTF-8 and letters that are not.</returns>
    public static Encoding? Of(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (ByMark(start) is { } marked)
        {
            return marked;
        }

        // The first letter beyond ASCII may stand anywhere, so the whole file is asked.
        var (valid, multibyte) = Utf8Letters(content);
        return (valid, multibyte) switch
        {
            (true, _) => Utf8,
            (false, false) => Encoding.GetEncoding(1252),
            _ => null,
        };
    }

    /// <summary>A first look at a file, to tell what it is; wrong letters show as replacement signs.</summary>
    public static string Glance(ReadOnlySpan<byte> start)
    {
        var text = ByMark(start) switch
        {
            UTF8Encoding => Encoding.UTF8.GetString(start),
            { CodePage: 1200 } => Encoding.Unicode.GetString(start),
            { CodePage: 1201 } => Encoding.BigEndianUnicode.GetString(start),
            // The sample may end inside a letter.
            _ => (IsUtf8(start) ? Encoding.UTF8 : Encoding.GetEncoding(1252)).GetString(start),
        };
        return text.TrimStart('\uFEFF');
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble))
        {
            return Utf8;
        }

        if (start.StartsWith(Encoding.Unicode.Preamble))
        {
            return Utf16;
        }

        if (start.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Utf16BigEndian;
        }

        // Without a mark, a header in UTF-16 shows as every second byte being zero.
        if (start.Length >= 4 && start[1] == 0 && start[3] == 0 && start[0] != 0)
        {
            return Utf16;
        }

        return start.Length >= 4 && start[0] == 0 && start[2] == 0 && start[1] != 0 ? Utf16BigEndian : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        var rest = start;
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            if (status != OperationStatus.Done)
            {
                return status == OperationStatus.NeedMoreData;
            }
            rest = rest[length..];
        }
        return true;
    }

    /// <summary>Whether all of it is UTF-8, and whether any letter of more than one byte is.</summary>
    private static (bool Valid, bool Multibyte) Utf8Letters(Stream content)
    {
        var (valid, multibyte) = (true, false);
        var buffer = new byte[81920];
        int kept = 0,
            read;
        content.Position = 0;
        do
        {
            read = content.Read(buffer, kept, buffer.Length - kept);
            ReadOnlySpan<byte> rest = buffer.AsSpan(0, kept + read);
            while (rest.IndexOfAnyExceptInRange((byte)0, (byte)127) is >= 0 and var beyond)
            {
                rest = rest[beyond..];
                var status = Rune.DecodeFromUtf8(rest, out _, out var length);
                if (status == OperationStatus.NeedMoreData && read > 0)
                {
                    break;
                }
                valid &= status == OperationStatus.Done;
                multibyte |= status == OperationStatus.Done;
                if (!valid && multibyte)
                {
                    return (valid, multibyte);
                }
                rest = rest[length..];
            }
            // A letter may lie across two reads.
            kept = !rest.IsEmpty && rest[0] > 127 ? rest.Length : 0;
            rest[..kept].CopyTo(buffer);
        } while (read > 0);
        return (valid, multibyte);
    }
}
