using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>Makes and redeems the one-time links of accounts; a newer link ends the older ones.</summary>
internal sealed class AccountLinks(IDatabase database, IInstitution institution, TimeProvider time)
{
    public async Task<(AccountLink Link, OneTimeSecret Token)> CreateAsync(
        Account account,
        AccountLinkPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var older = await database
            .Set<AccountLink>()
            .Where(link => link.AccountId == account.Id && link.Purpose == purpose && link.UsedAt == null)
            .ToListAsync(cancellationToken);
        older.ForEach(link => link.Replace(now));
        var made = AccountLink.Create(account.Id, purpose, await LifeAsync(purpose, cancellationToken), now);
        database.Set<AccountLink>().Add(made.Link);
        return made;
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
            return AccountLinkErrors.Unknown;
        }
        var used = link.Use(time.GetUtcNow());
        return used.IsSuccess ? link : used.Error;
    }

    private async ValueTask<TimeSpan> LifeAsync(AccountLinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (purpose == AccountLinkPurpose.PasswordReset)
        {
            return AccountLink.PasswordResetLife;
        }
        var settings = await institution.CurrentAsync(cancellationToken);
        return TimeSpan.FromDays(settings.Deadlines.AccountInvitationDays);
    }
}
