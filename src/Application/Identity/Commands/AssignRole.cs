using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Gives a role; it counts from the very next request.</summary>
[Requires(Permission.UsersManage)]
public sealed record AssignRole(Guid UserId, Role Role, Guid? UnitId) : ICommand;

internal sealed class AssignRoleValidator : AbstractValidator<AssignRole>
{
    public AssignRoleValidator() => RuleFor(request => request.Role).IsInEnum();
}

internal sealed class AssignRoleHandler(
    IDatabase database,
    ICurrentUser user,
    IEmployeeDirectory employees,
    IUnitTree units,
    TimeProvider time
) : IRequestHandler<AssignRole, Result>
{
    public async Task<Result> Handle(AssignRole request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(request.UserId);
        var account = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        var given = account.AssignRole(
            new RoleGrant(request.Role, request.UnitId),
            await units.ReadAsync(cancellationToken),
            AccountId.From(user.UserId),
            time.GetUtcNow()
        );
        if (!given.IsSuccess || !RoleTable.Of(request.Role).NeedsEmployee)
        {
            return given;
        }
        return await employees.HasActiveAsync(account, cancellationToken)
            ? Result.Success()
            : AccountErrors.RoleNeedsEmployee(request.Role);
    }
}
