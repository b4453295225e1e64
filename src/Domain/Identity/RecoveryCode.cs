using System.Security.Cryptography;

namespace Pionir.Domain.Identity;

/// <summary>Sixteen letters without look-alikes, 80 bits, written as two halves.</summary>
public static class RecoveryCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Half = 8;

    public static string New()
    {
        var text = RandomNumberGenerator.GetString(Letters, 2 * Half);
        return $"{text[..Half]}-{text[Half..]}";
    }

    /// <summary>As people type them: small letters, blanks, without the dash.</summary>
    public static string Normalise(string code) =>
        new([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
