using System.Collections.Frozen;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Identity;

public enum RoleSource
{
    /// <summary>Given by an administrator.</summary>
    Assigned,

    /// <summary>Follows from HR data: an employee, somebody's supervisor, the head of a unit.</summary>
    Derived,

    /// <summary>The office of the head, handed on for a dated period.</summary>
    Delegated,
}

public readonly record struct HeldRole(Role Role, UnitId? UnitId, RoleSource Source)
{
    /// <summary>A delegated office comes without the right to hand it on.</summary>
    public IReadOnlySet<Permission> Permissions =>
        Source == RoleSource.Delegated ? RoleTable.ActingHead : RoleTable.Of(Role).Permissions;
}

/// <summary>What HR's record says about an account's owner today.</summary>
/// <param name="IsActive">Has not left.</param>
/// <param name="Leads">Units that name the employee as their leader.</param>
public sealed record StaffStanding(bool IsActive, bool IsSupervisor, IReadOnlyList<UnitId> Leads);

/// <summary>All roles somebody holds at this moment, from whatever source, and what follows from them.</summary>
public sealed class AccessRights
{
    private AccessRights(IReadOnlyList<HeldRole> roles)
    {
        Roles = roles;
        Permissions = roles.SelectMany(held => held.Permissions).Concat(RoleTable.EveryAccount).ToFrozenSet();
    }

    public IReadOnlyList<HeldRole> Roles { get; }
    public IReadOnlySet<Permission> Permissions { get; }

    /// <param name="standing">Empty for an account outside HR's record.</param>
    /// <returns>Nothing for an employee who has left: leaving closes the door, whatever roles are still listed.</returns>
    public static AccessRights? Of(
        IEnumerable<(Role Role, UnitId? UnitId)> assigned,
        StaffStanding? standing,
        bool actsAsHead
    )
    {
        if (standing is { IsActive: false })
        {
            return null;
        }
        List<HeldRole> roles =
        [
            .. assigned.Select(given => new HeldRole(given.Role, given.UnitId, RoleSource.Assigned)),
        ];
        if (standing is not null)
        {
            roles.Add(new HeldRole(Role.Employee, null, RoleSource.Derived));
            roles.AddRange(standing.Leads.Select(unit => new HeldRole(Role.UnitLeader, unit, RoleSource.Derived)));
        }
        if (standing is { IsSupervisor: true })
        {
            roles.Add(new HeldRole(Role.Supervisor, null, RoleSource.Derived));
        }
        if (actsAsHead)
        {
            roles.Add(new HeldRole(Role.HeadOfCentre, null, RoleSource.Delegated));
        }
        return new AccessRights(roles);
    }

    /// <summary>Whether the permission holds in the whole institution.</summary>
    public bool HoldsEverywhere(Permission permission) =>
        RoleTable.EveryAccount.Contains(permission)
        || Roles.Any(held =>
            held.UnitId is null
            && RoleTable.Of(held.Role).Reach != RoleReach.Personal
            && held.Permissions.Contains(permission)
        );

    /// <summary>The units named with roles that have the permission; what lies below them is not in it.</summary>
    public IEnumerable<UnitId> UnitsOf(Permission permission) =>
        Roles
            .Where(held => held.UnitId is not null && held.Permissions.Contains(permission))
            .Select(held => held.UnitId!.Value)
            .Distinct();
}
