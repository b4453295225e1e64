using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

/// <summary>Another system that calls the API in its own name, by OAuth 2 client credentials (RFC 6749 4.4).</summary>
public sealed class ApiClient : AggregateRoot<ApiClientId>
{
    public const int NameMaximum = 120;
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    private readonly List<ApiClientSecret> secrets = [];

    private ApiClient() { }

    public string Name { get; private set; } = "";

    /// <summary>The public half: <c>client_id</c>.</summary>
    public string ClientId { get; private init; } = "";
    public IReadOnlyList<string> Scopes { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? DisabledAt { get; private set; }
    public DateTimeOffset? LastUsedAt => secrets.Max(secret => secret.LastUsedAt);
    public IReadOnlyList<ApiClientSecret> Secrets => secrets;

    public static Result<(ApiClient Client, OneTimeSecret Secret)> Create(
        string name,
        IReadOnlyList<string> scopes,
        DateTimeOffset now
    )
    {
        if (scopes.FirstOrDefault(scope => !ApiScope.IsKnown(scope)) is { } unknown)
        {
            return ApiClientErrors.UnknownScope(unknown);
        }
        var id = ApiClientId.New();
        var client = new ApiClient
        {
            Id = id,
            Name = name.Trim(),
            ClientId = $"pionir-{id.Value:N}",
            Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)],
            CreatedAt = now,
        };
        return (client, client.AddSecret(now));
    }

    /// <summary>A new secret; the old ones work a little longer, so that the other system can be changed in peace.</summary>
    public Result<OneTimeSecret> RotateSecret(TimeSpan overlap, DateTimeOffset now)
    {
        if (DisabledAt is not null)
        {
            return ApiClientErrors.Disabled;
        }
        secrets.ForEach(secret => secret.ExpireBy(now + overlap));
        secrets.RemoveAll(secret => !secret.IsValid(now));
        return AddSecret(now);
    }

    public Result Disable(DateTimeOffset now)
    {
        if (DisabledAt is not null)
        {
            return ApiClientErrors.Disabled;
        }
        DisabledAt = now;
        secrets.Clear();
        return Result.Success();
    }

    /// <summary>Whether the secret is one of the valid ones; notes the use.</summary>
    public bool Admits(string secret, DateTimeOffset now)
    {
        var hash = OneTimeSecret.HashOf(secret);
        var match = secrets.Find(kept => kept.Matches(hash) && kept.IsValid(now));
        if (DisabledAt is not null || match is null)
        {
            return false;
        }
        match.Used(now);
        return true;
    }

    private OneTimeSecret AddSecret(DateTimeOffset now)
    {
        var (kept, secret) = ApiClientSecret.Create(now);
        secrets.Add(kept);
        return secret;
    }
}

public static class ApiClientErrors
{
    public static readonly Error NotFound = Error.NotFound("api_client.not_found");
    public static readonly Error Disabled = Error.Conflict("api_client.disabled");
    public static readonly Error NameTaken = Error.Conflict("api_client.name_taken");

    public static Error UnknownScope(string scope) =>
        Error.Invalid("api_client.unknown_scope", "scopes", ("scope", scope));
}
