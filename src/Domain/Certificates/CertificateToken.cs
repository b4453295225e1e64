using System.Buffers.Text;
using System.Security.Cryptography;

namespace Pionir.Domain.Certificates;

/// <summary>Random words of power: one to verify (printed on the paper), one to fetch the paper (only mailed).</summary>
public static class CertificateToken
{
    /// <summary>160 bits, well over the 128 that make guessing hopeless, and still a small QR code.</summary>
    private const int VerificationBytes = 20;
    private const int DeliveryBytes = 32;

    public const int VerificationLength = 27;
    public const int DeliveryLength = 43;

    public static string NewVerification() =>
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(VerificationBytes));

    public static string NewDelivery() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(DeliveryBytes));

    /// <summary>Only this is stored of a delivery token: who reads the database still cannot use the link.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token));

    /// <summary>Cheap check before the database is asked.</summary>
    public static bool LooksLikeVerification(string? token) =>
        token is { Length: VerificationLength }
        && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
