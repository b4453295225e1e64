using System.Text;

namespace Pionir.Application.Identity;

/// <summary>RFC 4648 without padding, as authenticator apps read keys.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            buffer = (buffer << 8 | value) & 0xffff;
            bits += 8;
            while (bits >= BitsPerLetter)
            {
                bits -= BitsPerLetter;
                text.Append(Letters[buffer >> bits & 31]);
            }
        }
        if (bits > 0)
        {
            text.Append(Letters[buffer << (BitsPerLetter - bits) & 31]);
        }
        return text.ToString();
    }
}
