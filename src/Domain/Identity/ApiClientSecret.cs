using System.Security.Cryptography;
using System.Text;
using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

/// <summary>One valid secret of an API client; two of them overlap while it is rotated.</summary>
public sealed class ApiClientSecret : Entity<ApiClientSecretId>
{
    private ApiClientSecret() { }

    public string Hash { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }

    internal static (ApiClientSecret Kept, OneTimeSecret Secret) Create(DateTimeOffset now)
    {
        // The prefix lets scanners of source code recognise a secret that was committed by mistake.
        var secret = OneTimeSecret.New("pionir_");
        var kept = new ApiClientSecret
        {
            Id = ApiClientSecretId.New(),
            Hash = secret.Hash,
            CreatedAt = now,
        };
        return (kept, secret);
    }

    internal bool Matches(string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    internal bool IsValid(DateTimeOffset now) => ExpiresAt is null || now < ExpiresAt;

    internal void ExpireBy(DateTimeOffset moment) =>
        ExpiresAt = ExpiresAt is { } earlier && earlier < moment ? earlier : moment;

    internal void Used(DateTimeOffset now) => LastUsedAt = now;
}
