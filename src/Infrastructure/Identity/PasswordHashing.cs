using Microsoft.AspNetCore.Identity;
using Pionir.Application.Identity;
using Pionir.Domain.Identity;

namespace Pionir.Infrastructure.Identity;

/// <summary>ASP.NET Core Identity's format (PBKDF2, HMAC-SHA-512, salted), with the cost OWASP asks for.</summary>
internal sealed class PasswordHashing(IPasswordHasher<Account> hasher) : IPasswordHashing
{
    public const int Iterations = 210_000;

    private static readonly Account Nobody = Account.Invite("", "", null, default);
    private readonly Lazy<string> decoy = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    public PasswordMatch Verify(string? hash, string password)
    {
        var result = hasher.VerifyHashedPassword(Nobody, hash ?? decoy.Value, password);
        return hash is null
            ? PasswordMatch.No
            : result switch
            {
                PasswordVerificationResult.Success => PasswordMatch.Yes,
                PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.YesButOutdated,
                _ => PasswordMatch.No,
            };
    }
}
