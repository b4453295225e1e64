using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

/// <summary>
/// One signed-in browser. Kept in the database so that signing out ends it for whoever holds a copy of the cookie.
/// </summary>
public sealed class SignInSession : Entity<SignInSessionId>
{
    public const int UserAgentMaximum = 300;

    private SignInSession() { }

    public AccountId AccountId { get; private init; }
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>However busy the person is, they sign in again after this.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? RemoteAddress { get; private init; }
    public string? UserAgent { get; private init; }

    public static SignInSession Start(
        AccountId account,
        TimeSpan life,
        string? remoteAddress,
        string? userAgent,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = SignInSessionId.New(),
            AccountId = account,
            StartedAt = now,
            ExpiresAt = now + life,
            RemoteAddress = remoteAddress,
            UserAgent = userAgent is { Length: > UserAgentMaximum } ? userAgent[..UserAgentMaximum] : userAgent,
        };

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
