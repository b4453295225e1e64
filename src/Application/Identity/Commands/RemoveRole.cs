using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Takes a role away; it counts from the very next request.</summary>
/// <param name="AssignmentId">Of the role as it stands in GetUser.</param>
[Requires(Permission.UsersManage)]
public sealed record RemoveRole(Guid UserId, Guid AssignmentId) : ICommand;

internal sealed class RemoveRoleHandler(
    IDatabase database,
    ICurrentUser user,
    Administrators administrators,
    TimeProvider time
) : IRequestHandler<RemoveRole, Result>
{
    public async Task<Result> Handle(RemoveRole request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(request.UserId);
        var account = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        var wasAdministrator = account.Roles.Any(given => given.Role == Role.Admin);
        var removed = account.RemoveRole(
            RoleAssignmentId.From(request.AssignmentId),
            AccountId.From(user.UserId),
            time.GetUtcNow()
        );
        if (!removed.IsSuccess || !wasAdministrator || account.Roles.Any(given => given.Role == Role.Admin))
        {
            return removed;
        }
        return await administrators.OneRemainsWithoutAsync(id, cancellationToken);
    }
}
