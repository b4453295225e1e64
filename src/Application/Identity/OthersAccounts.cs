using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>
/// Finds the account of somebody whom an administrator helps to get in. Never one's own: a borrowed session of an
/// administrator could otherwise go on guessing the password, or do without the second step.
/// </summary>
internal sealed class OthersAccounts(IDatabase database, ICurrentUser user, Passwords passwords)
{
    public async Task<Result<(Account Account, Credential Credential)>> FindAsync(
        Guid account,
        CancellationToken cancellationToken
    )
    {
        if (user.UserId == account)
        {
            return AccountErrors.OwnAccount;
        }
        var id = AccountId.From(account);
        var found = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        return found is null ? AccountErrors.NotFound : (found, await passwords.OfAsync(id, cancellationToken));
    }
}
