using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Identity;

/// <summary>A role given to an account, in a unit and everything below it or, without one, everywhere.</summary>
public sealed class RoleAssignment : Entity<RoleAssignmentId>
{
    private RoleAssignment() { }

    public Role Role { get; private init; }
    public UnitId? UnitId { get; private init; }
    public DateTimeOffset AssignedAt { get; private init; }
    public AccountId? AssignedBy { get; private init; }

    internal static RoleAssignment Create(Role role, UnitId? unit, AccountId? assignedBy, DateTimeOffset now) =>
        new()
        {
            Id = RoleAssignmentId.New(),
            Role = role,
            UnitId = unit,
            AssignedAt = now,
            AssignedBy = assignedBy,
        };
}
