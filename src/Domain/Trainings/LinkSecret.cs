using System.Security.Cryptography;
using System.Text;

namespace Pionir.Domain.Trainings;

/// <summary>The secret of a link that is sent by mail. Only its hash is kept: a copy of the table opens no door.</summary>
public static class LinkSecret
{
    public const int Length = 64;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));

    /// <returns>None for what cannot be a secret of ours, so that nothing needs to be looked up.</returns>
    public static byte[]? Hash(string? secret) =>
        secret?.Length == Length ? SHA256.HashData(Encoding.UTF8.GetBytes(secret)) : null;
}
