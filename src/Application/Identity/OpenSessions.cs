using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>Ends sessions when what opened them no longer holds: password changed, account closed.</summary>
internal sealed class OpenSessions(IDatabase database, TimeProvider time)
{
    public async Task EndAsync(AccountId account, SignInSessionId? except, CancellationToken cancellationToken)
    {
        var open = await database
            .Set<SignInSession>()
            .Where(session => session.AccountId == account && session.EndedAt == null)
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        open.FindAll(session => session.Id != except).ForEach(session => session.End(now));
    }
}
