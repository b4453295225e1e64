using Pionir.Application.Identity.Commands;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Identity;

internal static class RoleGrants
{
    /// <summary>The unit must be one of the tree; the rest is the account's own rule.</summary>
    public static Result AssignRole(
        this Account account,
        RoleGrant grant,
        UnitTree tree,
        AccountId by,
        DateTimeOffset now
    )
    {
        UnitId? unit = grant.UnitId is { } id ? UnitId.From(id) : null;
        return unit is { } named && tree.Find(named) is null
            ? AccountErrors.UnknownUnit
            : account.AssignRole(grant.Role, unit, by, now);
    }
}
