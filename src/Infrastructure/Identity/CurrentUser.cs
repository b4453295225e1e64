using Pionir.Application.Common.Access;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Infrastructure.Identity;

/// <summary>Who is asking, filled once at the door (session, token or job) and read everywhere behind it.</summary>
public sealed class CurrentUser : ICurrentUser
{
    private readonly Dictionary<Permission, UnitScope> scopes = [];
    private Func<Permission, UnitScope> scopeOf = _ => UnitScope.None;

    public bool IsSignedIn { get; private set; }
    public Guid UserId { get; private set; }
    public EmployeeId? EmployeeId { get; private set; }
    public string DisplayName { get; private set; } = "Pionir";
    public string? RemoteAddress { get; private set; }
    public IReadOnlySet<Permission> Permissions { get; private set; } = new HashSet<Permission>();
    public bool AwaitsSecondStep { get; private set; }

    /// <summary>Rules ask row by row; the units below a unit are gathered once.</summary>
    public UnitScope ScopeOf(Permission permission)
    {
        if (!scopes.TryGetValue(permission, out var scope))
        {
            scopes[permission] = scope = Permissions.Contains(permission) ? scopeOf(permission) : UnitScope.None;
        }
        return scope;
    }

    public void Become(
        Guid userId,
        string displayName,
        EmployeeId? employeeId,
        IReadOnlySet<Permission> permissions,
        Func<Permission, UnitScope> scope
    )
    {
        IsSignedIn = true;
        UserId = userId;
        DisplayName = displayName;
        EmployeeId = employeeId;
        Permissions = permissions;
        scopeOf = scope;
        AwaitsSecondStep = false;
        scopes.Clear();
    }

    /// <summary>Signed in, with nothing that the password alone should open.</summary>
    public void BecomeWithoutSecondStep(Guid userId, string displayName)
    {
        Become(userId, displayName, null, new HashSet<Permission>(), _ => UnitScope.None);
        AwaitsSecondStep = true;
    }

    /// <summary>Background work: everything is allowed, in the name of who asked for it.</summary>
    public void BecomeSystem(Guid requestedBy, string requestedByName) =>
        Become(requestedBy, requestedByName, null, Enum.GetValues<Permission>().ToHashSet(), _ => UnitScope.All);

    public void ComesFrom(string? remoteAddress) => RemoteAddress = remoteAddress;
}
