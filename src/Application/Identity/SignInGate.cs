using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>
/// One try to sign in, counted whether it succeeds or not. It holds its own transaction with the credential's row
/// locked: a thousand tries at once are still counted one after the other.
/// </summary>
internal sealed class SignInGate(
    IDatabase database,
    IAccessDirectory access,
    IBrowser browser,
    ICurrentUser user,
    IAuditLog audit,
    SessionRules rules,
    TimeProvider time
)
{
    /// <param name="proves">Whether what was typed is right; runs with the row locked.</param>
    /// <param name="needsCode">Whether a second factor, when there is one, is still to come.</param>
    /// <returns>True when signed in, false when a code is awaited.</returns>
    public async Task<Result<bool>> TryAsync(
        Account account,
        Func<Credential, bool> proves,
        bool needsCode,
        Error refusal,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var credential = await LockAsync(account.Id, cancellationToken);
        if (credential is null || credential.IsLocked(now))
        {
            return refusal;
        }
        if (!proves(credential))
        {
            if (credential.Failed(now))
            {
                audit.Record("SignInLocked", nameof(Account), account.Id.Value, account.Name);
            }
            await KeepAsync();
            return refusal;
        }
        if (account.Status != AccountStatus.Active || await access.RightsAsync(account.Id, cancellationToken) is null)
        {
            return refusal;
        }
        if (needsCode && credential.HasTwoFactor)
        {
            await KeepAsync();
            await browser.AwaitCodeAsync(account.Id);
            return false;
        }
        credential.Succeeded(now);
        var session = SignInSession.Start(account.Id, rules.Longest, user.RemoteAddress, browser.UserAgent, now);
        database.Set<SignInSession>().Add(session);
        audit.Record(
            "SignIn",
            nameof(Account),
            account.Id.Value,
            account.Name,
            by: new Actor(account.Id.Value, account.Name)
        );
        await KeepAsync();
        await browser.SignInAsync(session);
        return true;

        async Task KeepAsync()
        {
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private Task<Credential?> LockAsync(AccountId account, CancellationToken cancellationToken) =>
        database
            .Set<Credential>()
            .FromSql($"SELECT * FROM credentials WHERE account_id = {account.Value} FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
}
