using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Identity;

/// <summary>A role that an account had for a time and has no more.</summary>
public sealed class PastRole : Entity<RoleAssignmentId>
{
    private PastRole() { }

    public Role Role { get; private init; }
    public UnitId? UnitId { get; private init; }
    public DateTimeOffset AssignedAt { get; private init; }
    public DateTimeOffset RemovedAt { get; private init; }
    public AccountId RemovedBy { get; private init; }

    internal static PastRole Of(RoleAssignment removed, AccountId by, DateTimeOffset now) =>
        new()
        {
            Id = removed.Id,
            Role = removed.Role,
            UnitId = removed.UnitId,
            AssignedAt = removed.AssignedAt,
            RemovedAt = now,
            RemovedBy = by,
        };
}
