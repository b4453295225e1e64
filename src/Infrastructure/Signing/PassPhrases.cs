using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Pionir.Application.Common.Signing;

namespace Pionir.Infrastructure.Signing;

/// <inheritdoc cref="IPassPhrases"/>
internal sealed class PassPhrases(IDataProtectionProvider protection, TimeProvider time) : IPassPhrases
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    private readonly IDataProtector protector = protection.CreateProtector("Pionir.PassPhrases");

    public string Close(string passPhrase)
    {
        var until = (time.GetUtcNow() + Kept).ToUnixTimeSeconds();
        return protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{until}:{passPhrase}"));
    }

    public string? Open(string closed)
    {
        try
        {
            var parts = protector.Unprotect(closed).Split(':', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) >= time.GetUtcNow().ToUnixTimeSeconds()
                ? parts[1]
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
