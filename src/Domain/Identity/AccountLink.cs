using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

/// <summary>A link sent by mail that lets its reader set a password: once, and only for a while.</summary>
public sealed class AccountLink : Entity<AccountLinkId>
{
    public const int TokenMaximum = 100;
    public static readonly TimeSpan PasswordResetLife = TimeSpan.FromHours(1);

    /// <summary>Anybody may ask for links to somebody else's mailbox: not more often than this.</summary>
    public static readonly TimeSpan PasswordResetEvery = TimeSpan.FromMinutes(5);

    private AccountLink() { }

    public AccountId AccountId { get; private init; }
    public AccountLinkPurpose Purpose { get; private init; }
    public string TokenHash { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A newer link takes the place of this one.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    public static (AccountLink Link, OneTimeSecret Token) Create(
        AccountId account,
        AccountLinkPurpose purpose,
        TimeSpan life,
        DateTimeOffset now
    )
    {
        var token = OneTimeSecret.New();
        var link = new AccountLink
        {
            Id = AccountLinkId.New(),
            AccountId = account,
            Purpose = purpose,
            TokenHash = token.Hash,
            CreatedAt = now,
            ExpiresAt = now + life,
        };
        return (link, token);
    }

    public Result Use(DateTimeOffset now)
    {
        if (UsedAt is not null)
        {
            return AccountLinkErrors.Used;
        }
        if (ReplacedAt is not null)
        {
            return AccountLinkErrors.Replaced;
        }
        if (now >= ExpiresAt)
        {
            return AccountLinkErrors.Expired(Purpose, ExpiresAt);
        }
        UsedAt = now;
        return Result.Success();
    }

    public void Replace(DateTimeOffset now) => ReplacedAt ??= UsedAt is null ? now : null;
}

public enum AccountLinkPurpose
{
    Invitation,
    PasswordReset,
}

public static class AccountLinkErrors
{
    public static readonly Error Used = Error.Conflict("account_link.used");
    public static readonly Error Replaced = Error.Conflict("account_link.replaced");
    public static readonly Error OtherAccount = Error.Conflict("account_link.other_account");

    /// <summary>An invited person has no password to forget: what to do now is another thing.</summary>
    public static Error Unknown(AccountLinkPurpose purpose) =>
        Error.NotFound(
            purpose == AccountLinkPurpose.Invitation ? "account_link.unknown_invitation" : "account_link.unknown"
        );

    public static Error Expired(AccountLinkPurpose purpose, DateTimeOffset since) =>
        Error.Conflict(
            purpose == AccountLinkPurpose.Invitation ? "account_link.expired_invitation" : "account_link.expired",
            ("since", since)
        );
}
