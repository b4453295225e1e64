using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Opens the door that too many wrong tries closed, before the time is over.</summary>
[Requires(Permission.UsersManage)]
public sealed record UnlockUser(Guid Id) : ICommand;

internal sealed class UnlockUserHandler(OthersAccounts accounts, IAuditLog audit, TimeProvider time)
    : IRequestHandler<UnlockUser, Result>
{
    public async Task<Result> Handle(UnlockUser request, CancellationToken cancellationToken)
    {
        var found = await accounts.FindAsync(request.Id, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }
        var (account, credential) = found.Value;
        var unlocked = credential.Unlock(time.GetUtcNow());
        if (unlocked.IsSuccess)
        {
            audit.Record(nameof(UnlockUser), nameof(Account), account.Id.Value, account.Name);
        }
        return unlocked;
    }
}
