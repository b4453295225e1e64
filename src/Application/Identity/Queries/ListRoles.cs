using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>The table of who may do what, as the server applies it.</summary>
[Requires(Permission.UsersManage, Permission.AuditRead)]
public sealed record ListRoles : IQuery<IReadOnlyList<RoleView>>;

/// <param name="Name">What the institution calls it, when that differs from the product's own word.</param>
/// <param name="Reach">How far the role reaches, and whether it takes a unit.</param>
/// <param name="Assignable">False for what follows from HR data, and for API clients.</param>
public sealed record RoleView(
    Role Role,
    LocalText? Name,
    RoleReach Reach,
    bool Assignable,
    IReadOnlyList<Permission> Permissions
);

internal sealed class ListRolesHandler(IInstitution institution)
    : IRequestHandler<ListRoles, Result<IReadOnlyList<RoleView>>>
{
    public async Task<Result<IReadOnlyList<RoleView>>> Handle(ListRoles request, CancellationToken cancellationToken)
    {
        var terms = (await institution.CurrentAsync(cancellationToken)).Terms;
        return Result<IReadOnlyList<RoleView>>.Success([
            .. Enum.GetValues<Role>()
                .Select(role =>
                {
                    var row = RoleTable.Of(role);
                    var code = char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];
                    return new RoleView(
                        role,
                        terms.Roles.GetValueOrDefault(code),
                        row.Reach,
                        row.Assignable,
                        [.. row.Permissions.Order()]
                    );
                }),
        ]);
    }
}
