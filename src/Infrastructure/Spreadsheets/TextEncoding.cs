using System.Text;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>The encoding of a text file: by its mark, else UTF-8 when valid, else what older Excel writes.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static Encoding Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8;
        }

        if (start.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (start.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }

        // Without a mark, a header in UTF-16 shows as every second byte being zero.
        if (start.Length >= 4 && start[1] == 0 && start[3] == 0 && start[0] != 0)
        {
            return Encoding.Unicode;
        }

        if (start.Length >= 4 && start[0] == 0 && start[2] == 0 && start[1] != 0)
        {
            return Encoding.BigEndianUnicode;
        }

        return IsUtf8(start) ? Encoding.UTF8 : Encoding.GetEncoding(1252);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        // The sample may end inside a letter; the decoder tells that apart from a wrong byte.
        var decoder = StrictUtf8.GetDecoder();
        try
        {
            _ = decoder.GetCharCount(start, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
