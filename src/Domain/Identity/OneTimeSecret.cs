using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Pionir.Domain.Identity;

/// <summary>
/// 256 random bits that are shown once; only the hash is kept. A plain SHA-256 is enough because there is
/// nothing to guess: salting and stretching protect words that people choose.
/// </summary>
public readonly record struct OneTimeSecret(string Text)
{
    public string Hash => HashOf(Text);

    public static OneTimeSecret New(string prefix = "") =>
        new(prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
