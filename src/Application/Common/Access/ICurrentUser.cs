using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Common.Access;

/// <summary>Who is asking: a person with a session, an API client, or the system itself (background work).</summary>
public interface ICurrentUser
{
    bool IsSignedIn { get; }

    /// <summary>Id of the account or the API client; empty for the system and for the public.</summary>
    Guid UserId { get; }

    EmployeeId? EmployeeId { get; }

    /// <summary>As the audit trail shows it.</summary>
    string DisplayName { get; }

    string? RemoteAddress { get; }

    IReadOnlySet<Permission> Permissions { get; }

    /// <summary>Signed in by the password alone where a second step is demanded: it has to be set up first.</summary>
    bool AwaitsSecondStep { get; }

    /// <summary>The units in which the permission holds, everything below them included.</summary>
    UnitScope ScopeOf(Permission permission);
}

public static class CurrentUserExtensions
{
    public static bool Has(this ICurrentUser user, Permission permission) => user.Permissions.Contains(permission);
}

/// <summary>A set of units, already widened to everything below them.</summary>
public sealed record UnitScope(bool Everything, IReadOnlySet<Guid> Units)
{
    public static readonly UnitScope All = new(true, new HashSet<Guid>());
    public static readonly UnitScope None = new(false, new HashSet<Guid>());

    public bool Contains(UnitId unit) => Everything || Units.Contains(unit.Value);
}
