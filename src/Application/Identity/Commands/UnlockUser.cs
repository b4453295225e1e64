using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Opens the door that too many wrong tries closed, before the time is over.</summary>
[Requires(Permission.UsersManage)]
public sealed record UnlockUser(Guid Id) : ICommand;

internal sealed class UnlockUserHandler(
    IDatabase database,
    ICurrentUser user,
    Passwords passwords,
    IAuditLog audit,
    TimeProvider time
) : IRequestHandler<UnlockUser, Result>
{
    public async Task<Result> Handle(UnlockUser request, CancellationToken cancellationToken)
    {
        // Or a borrowed session of an administrator could go on guessing the password.
        if (user.UserId == request.Id)
        {
            return AccountErrors.OwnAccount;
        }
        var id = AccountId.From(request.Id);
        var account = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        var credential = await passwords.OfAsync(id, cancellationToken);
        var unlocked = credential.Unlock(time.GetUtcNow());
        if (unlocked.IsSuccess)
        {
            audit.Record(nameof(UnlockUser), nameof(Account), id.Value, account.Name);
        }
        return unlocked;
    }
}
