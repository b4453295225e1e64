using System.Numerics;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>Bytes as text that says by its first letter how it is written.</summary>
public static class Multibase
{
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string Base58(ReadOnlySpan<byte> bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new Stack<char>();
        for (; number > 0; number /= Digits.Length)
            text.Push(Digits[(int)(number % Digits.Length)]);
        // The number does not remember zeros in front.
        foreach (var _ in bytes[..^bytes.TrimStart((byte)0).Length])
            text.Push(Digits[0]);
        return $"z{string.Concat(text)}";
    }

    public static string Base64Url(ReadOnlySpan<byte> bytes) =>
        $"u{System.Buffers.Text.Base64Url.EncodeToString(bytes)}";

    /// <summary>An Ed25519 public key as Multikey writes it.</summary>
    public static string Ed25519Key(ReadOnlySpan<byte> publicKey) => Base58([0xED, 0x01, .. publicKey]);

    /// <summary>Back from what <see cref="Ed25519Key(ReadOnlySpan{byte})"/> wrote.</summary>
    public static byte[] Ed25519Key(string multikey)
    {
        var number = multikey.Skip(1).Aggregate(BigInteger.Zero, (sum, digit) => (sum * 58) + Digits.IndexOf(digit));
        return number.ToByteArray(isUnsigned: true, isBigEndian: true)[2..];
    }
}
