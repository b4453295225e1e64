using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>The one place where a password is set, whichever way led there.</summary>
internal sealed class Passwords(
    IDatabase database,
    IPasswordHashing hashing,
    OpenSessions sessions,
    AccountLinks links,
    AccountMails mails,
    TimeProvider time
)
{
    /// <param name="keep">The session that goes on; all others end, for somebody else may be in one of them.</param>
    public async Task<Result> SetAsync(
        Account account,
        string password,
        SignInSessionId? keep,
        CancellationToken cancellationToken
    )
    {
        var allowed = PasswordPolicy.Check(password, account.Name, account.Email);
        if (!allowed.IsSuccess)
        {
            return allowed;
        }
        var credential = await OfAsync(account.Id, cancellationToken);
        if (credential.PasswordHash is not null)
        {
            await mails.TellAsync(account, AccountNotice.PasswordChanged, cancellationToken);
        }
        credential.SetPassword(hashing.Hash(password), time.GetUtcNow());
        await links.EndAsync(account.Id, AccountLinkPurpose.PasswordReset, cancellationToken);
        await sessions.EndAsync(account.Id, keep, cancellationToken);
        return Result.Success();
    }

    public async Task<Credential> OfAsync(AccountId account, CancellationToken cancellationToken)
    {
        var credential = await database.Set<Credential>().FindAsync([account], cancellationToken);
        if (credential is null)
        {
            credential = Credential.For(account);
            database.Set<Credential>().Add(credential);
        }
        return credential;
    }
}
