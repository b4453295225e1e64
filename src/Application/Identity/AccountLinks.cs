using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>Makes and redeems the one-time links of accounts.</summary>
internal sealed class AccountLinks(IDatabase database, IInstitution institution, TimeProvider time)
{
    /// <summary>The former invitation ends.</summary>
    public async Task<(AccountLink Link, OneTimeSecret Token)> InviteAsync(
        Account account,
        CancellationToken cancellationToken
    )
    {
        await EndAsync(account.Id, AccountLinkPurpose.Invitation, cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        var life = TimeSpan.FromDays(settings.Deadlines.AccountInvitationDays);
        return Add(account, AccountLinkPurpose.Invitation, life);
    }

    /// <summary>
    /// Older links stay good until a password is set: somebody else who asks again and again neither fills the owner's
    /// mailbox nor takes away the link the owner is about to follow.
    /// </summary>
    /// <returns>Nothing when one was made a moment ago.</returns>
    public async Task<(AccountLink Link, OneTimeSecret Token)?> CreateResetAsync(
        Account account,
        CancellationToken cancellationToken
    )
    {
        // Two requests at once take turns, and the second finds the link of the first.
        await database.Database.ExecuteSqlAsync(
            $"SELECT FROM accounts WHERE id = {account.Id.Value} FOR NO KEY UPDATE",
            cancellationToken
        );
        var since = time.GetUtcNow() - AccountLink.PasswordResetEvery;
        var recent = await Open(account.Id, AccountLinkPurpose.PasswordReset)
            .AnyAsync(link => link.CreatedAt > since, cancellationToken);
        return recent ? null : Add(account, AccountLinkPurpose.PasswordReset, AccountLink.PasswordResetLife);
    }

    public async Task EndAsync(AccountId account, AccountLinkPurpose purpose, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = await Open(account, purpose).ToListAsync(cancellationToken);
        open.ForEach(link => link.Replace(now));
    }

    /// <summary>Locked, so that of two clicks at once one is told that the link was used.</summary>
    public async Task<Result<AccountLink>> RedeemAsync(
        string token,
        AccountLinkPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        var hash = OneTimeSecret.HashOf(token);
        var link = await database
            .Set<AccountLink>()
            .FromSql($"SELECT * FROM account_links WHERE token_hash = {hash} FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
        if (link is null || link.Purpose != purpose)
        {
            return AccountLinkErrors.Unknown(purpose);
        }
        var used = link.Use(time.GetUtcNow());
        return used.IsSuccess ? link : used.Error;
    }

    private IQueryable<AccountLink> Open(AccountId account, AccountLinkPurpose purpose) =>
        database
            .Set<AccountLink>()
            .Where(link =>
                link.AccountId == account && link.Purpose == purpose && link.UsedAt == null && link.ReplacedAt == null
            );

    private (AccountLink Link, OneTimeSecret Token) Add(Account account, AccountLinkPurpose purpose, TimeSpan life)
    {
        var made = AccountLink.Create(account.Id, purpose, life, time.GetUtcNow());
        database.Set<AccountLink>().Add(made.Link);
        return made;
    }
}
