namespace Pionir.Domain.Identity;

/// <summary>An access token of an API client: opaque, kept as a hash, good for an hour.</summary>
public sealed class ApiToken
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private ApiToken() { }

    public string Hash { get; private init; } = "";
    public ApiClientId ClientId { get; private init; }
    public IReadOnlyList<string> Scopes { get; private init; } = [];
    public DateTimeOffset IssuedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }

    public static (ApiToken Token, OneTimeSecret Secret) Issue(
        ApiClientId client,
        IReadOnlyList<string> scopes,
        DateTimeOffset now
    )
    {
        var secret = OneTimeSecret.New();
        var token = new ApiToken
        {
            Hash = secret.Hash,
            ClientId = client,
            Scopes = scopes,
            IssuedAt = now,
            ExpiresAt = now + Life,
        };
        return (token, secret);
    }
}
