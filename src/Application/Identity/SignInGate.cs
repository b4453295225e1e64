using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>
/// One try to sign in, counted whether it succeeds or not. It holds its own transaction with the credential's row
/// locked: a thousand tries at once are still counted one after the other. What takes long or needs a connection of its
/// own comes before that, or a hall that signs in at once would wait for itself.
/// </summary>
internal sealed class SignInGate(
    IDatabase database,
    IAccessDirectory access,
    IBrowser browser,
    ICurrentUser user,
    IAuditLog audit,
    IPasswordHashing passwords,
    SessionRules rules,
    TimeProvider time
)
{
    /// <summary>
    /// Unknown, invited, locked and closed accounts go the same way as any other and pay for the same hash: how long
    /// the refusal takes must not tell which it was.
    /// </summary>
    /// <returns>True when signed in, false when a code is awaited.</returns>
    public async Task<Result<bool>> TryPasswordAsync(
        Account? account,
        string password,
        CancellationToken cancellationToken
    )
    {
        var proof = await ProofAsync(account?.Id ?? AccountId.New(), password, cancellationToken);
        return await TryAsync(account, proof, needsCode: true, CredentialErrors.Refused, cancellationToken);
    }

    /// <param name="proves">Whether the code is right; runs with the row locked, for it spends the code.</param>
    public Task<Result<bool>> TryCodeAsync(
        Account account,
        Func<Credential, bool> proves,
        CancellationToken cancellationToken
    ) => TryAsync(account, proves, needsCode: false, CredentialErrors.CodeRefused, cancellationToken);

    /// <summary>
    /// The password of somebody signed in, asked for again before something that matters. Counted like a try at the
    /// door: a borrowed session is no place to guess in peace.
    /// </summary>
    public async Task<Result> ProveAsync(string password, CancellationToken cancellationToken)
    {
        var id = AccountId.From(user.UserId);
        var proves = await ProofAsync(id, password, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var credential = await LockAsync(id, cancellationToken);
        if (credential is null)
        {
            return AccountErrors.NotFound;
        }
        if (credential.IsLocked(now))
        {
            return PasswordErrors.TriesUsedUp;
        }
        var right = proves(credential);
        if (right)
        {
            credential.Proved();
        }
        else
        {
            Fail(credential, user.DisplayName, now);
        }
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return right ? Result.Success() : PasswordErrors.Wrong;
    }

    private async Task<Result<bool>> TryAsync(
        Account? account,
        Func<Credential, bool> proves,
        bool needsCode,
        Error refusal,
        CancellationToken cancellationToken
    )
    {
        var id = account?.Id ?? AccountId.New();
        var rights = await access.RightsAsync(id, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var credential = await LockAsync(id, cancellationToken);
        if (account is null || credential is null || credential.IsLocked(now))
        {
            return refusal;
        }
        if (!proves(credential))
        {
            Fail(credential, account.Name, now);
            await KeepAsync();
            return refusal;
        }
        if (account.Status != AccountStatus.Active || rights is null)
        {
            return refusal;
        }
        if (needsCode && credential.HasTwoFactor)
        {
            await KeepAsync();
            await browser.AwaitCodeAsync(id);
            return false;
        }
        credential.Succeeded(now);
        var session = SignInSession.Start(id, rules.Longest, user.RemoteAddress, browser.UserAgent, now);
        database.Set<SignInSession>().Add(session);
        audit.Record("SignIn", nameof(Account), id.Value, account.Name, by: new Actor(id.Value, account.Name));
        await KeepAsync();
        await browser.SignInAsync(session);
        return true;

        async Task KeepAsync()
        {
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Hashes now, before any row is locked; what is left for later is to see that the hash is still the same.</summary>
    private async Task<Func<Credential, bool>> ProofAsync(
        AccountId id,
        string password,
        CancellationToken cancellationToken
    )
    {
        var hash = await database
            .Set<Credential>()
            .Where(kept => kept.Id == id)
            .Select(kept => kept.PasswordHash)
            .SingleOrDefaultAsync(cancellationToken);
        var match = passwords.Verify(hash, password);
        var better = match == PasswordMatch.YesButOutdated ? passwords.Hash(password) : null;
        return credential =>
        {
            if (credential.PasswordHash != hash)
            {
                return passwords.Verify(credential.PasswordHash, password) != PasswordMatch.No;
            }
            if (better is not null)
            {
                credential.Rehash(better);
            }
            return match != PasswordMatch.No;
        };
    }

    private void Fail(Credential credential, string name, DateTimeOffset now)
    {
        if (credential.Failed(now))
        {
            audit.Record("SignInLocked", nameof(Account), credential.Id.Value, name);
        }
    }

    private Task<Credential?> LockAsync(AccountId account, CancellationToken cancellationToken) =>
        database
            .Set<Credential>()
            .FromSql($"SELECT * FROM credentials WHERE account_id = {account.Value} FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
}
