using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Identity;

/// <summary>A person's door into the system: who they are, which roles they were given, whether it is open.</summary>
public sealed class Account : AggregateRoot<AccountId>
{
    public const int EmailMaximum = 254;
    public const int NameMaximum = 300;
    public const int ReasonMaximum = 500;

    private readonly List<RoleAssignment> roles = [];
    private readonly List<PastRole> pastRoles = [];

    private Account() { }

    /// <summary>Lower case; the name people sign in with.</summary>
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>Empty for people outside HR's record, such as a consultant who administers the installation.</summary>
    public EmployeeId? EmployeeId { get; private set; }
    public AccountStatus Status { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public string? DisabledReason { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }
    public IReadOnlyList<RoleAssignment> Roles => roles;

    /// <summary>What was taken back; read where a day of the past asks, such as the signer of a certificate.</summary>
    public IReadOnlyList<PastRole> PastRoles => pastRoles;

    public static Account Invite(string email, string name, EmployeeId? employee, DateTimeOffset now) =>
        new()
        {
            Id = AccountId.New(),
            Email = NormaliseEmail(email),
            Name = TypedText.Clean(name),
            EmployeeId = employee,
            Status = AccountStatus.Invited,
            CreatedAt = now,
        };

    public static string NormaliseEmail(string email) => email.Trim().ToLowerInvariant();

    /// <summary>
    /// Mends a mistyped address, which nobody can follow an invitation to. Later the address is what its owner signs in
    /// with and gets passwords by: whoever could change it then could take the account over.
    /// </summary>
    public Result ChangeEmail(string email)
    {
        if (Status != AccountStatus.Invited)
        {
            return Status == AccountStatus.Disabled ? AccountErrors.Disabled : AccountErrors.AlreadyActive;
        }
        Email = NormaliseEmail(email);
        return Result.Success();
    }

    /// <summary>The invited person has set a password.</summary>
    public Result Activate()
    {
        if (Status == AccountStatus.Disabled)
        {
            return AccountErrors.Disabled;
        }
        Status = AccountStatus.Active;
        return Result.Success();
    }

    public Result Disable(AccountId by, string reason, DateTimeOffset now)
    {
        if (by == Id)
        {
            return AccountErrors.OwnAccount;
        }
        if (Status == AccountStatus.Disabled)
        {
            return AccountErrors.Disabled;
        }
        Status = AccountStatus.Disabled;
        DisabledReason = reason;
        DisabledAt = now;
        return Result.Success();
    }

    /// <summary>HR's record of the person was merged into another one.</summary>
    public void FollowPerson(EmployeeId kept) => EmployeeId = kept;

    /// <param name="hasPassword">Without one the person still has to follow an invitation.</param>
    public Result Enable(bool hasPassword)
    {
        if (Status != AccountStatus.Disabled)
        {
            return AccountErrors.NotDisabled;
        }
        Status = hasPassword ? AccountStatus.Active : AccountStatus.Invited;
        DisabledReason = null;
        DisabledAt = null;
        return Result.Success();
    }

    /// <param name="by">Empty for the installation itself; nobody gives a role to themselves.</param>
    public Result AssignRole(Role role, UnitId? unit, AccountId? by, DateTimeOffset now)
    {
        var row = RoleTable.Of(role);
        if (by == Id)
        {
            return AccountErrors.OwnRoles;
        }
        if (!row.Assignable)
        {
            return AccountErrors.RoleDerived(role);
        }
        if (row.Reach == RoleReach.Unit && unit is null)
        {
            return AccountErrors.RoleNeedsUnit(role);
        }
        if (row.Reach == RoleReach.Institution && unit is not null)
        {
            return AccountErrors.RoleTakesNoUnit(role);
        }
        if (row.NeedsEmployee && EmployeeId is null)
        {
            return AccountErrors.RoleNeedsEmployee(role);
        }
        if (roles.Any(given => given.Role == role && given.UnitId == unit))
        {
            return AccountErrors.RoleAlreadyGiven;
        }
        roles.Add(RoleAssignment.Create(role, unit, by, now));
        return Result.Success();
    }

    public Result RemoveRole(RoleAssignmentId assignment, AccountId by, DateTimeOffset now)
    {
        if (by == Id)
        {
            return AccountErrors.OwnRoles;
        }
        if (roles.Find(given => given.Id == assignment) is not { } removed)
        {
            return AccountErrors.RoleNotGiven;
        }
        roles.Remove(removed);
        pastRoles.Add(PastRole.Of(removed, by, now));
        return Result.Success();
    }
}

public enum AccountStatus
{
    Invited,
    Active,
    Disabled,
}
