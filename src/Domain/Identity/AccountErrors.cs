using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

public static class AccountErrors
{
    public static readonly Error NotFound = Error.NotFound("account.not_found");
    public static readonly Error Disabled = Error.Conflict("account.disabled");
    public static readonly Error NotDisabled = Error.Conflict("account.not_disabled");
    public static readonly Error AlreadyActive = Error.Conflict("account.already_active");
    public static readonly Error OwnAccount = Error.Forbidden("account.own_account");
    public static readonly Error OwnRoles = Error.Forbidden("account.own_roles");
    public static readonly Error RoleNotGiven = Error.NotFound("account.role_not_given");
    public static readonly Error NotLocked = Error.Conflict("account.not_locked");
    public static readonly Error LastAdministrator = Error.Rule("account.last_administrator");
    public static readonly Error EmailTaken = Error.Conflict("account.email_taken");
    public static readonly Error EmployeeHasAccount = Error.Conflict("account.employee_has_account");
    public static readonly Error RoleAlreadyGiven = Error.Conflict("account.role_already_given");
    public static readonly Error UnknownUnit = Error.Invalid("account.unknown_unit", "unitId");
    public static readonly Error UnknownEmployee = Error.Invalid("account.unknown_employee", "employeeId");

    /// <summary>Whoever gets an employee's invitation acts as that employee.</summary>
    public static Error NotHrsAddress(string address) =>
        Error.Invalid("account.not_hrs_address", "email", ("address", address));

    public static Error OwnAddressChange(DateTimeOffset until) =>
        Error.Forbidden("account.own_address_change", ("until", until));

    public static readonly Error SignInNotFound = Error.NotFound("account.sign_in_not_found");

    public static Error RoleDerived(Role role) => Error.Invalid("account.role_derived", "role", ("role", role));

    public static Error RoleNeedsEmployee(Role role) =>
        Error.Invalid("account.role_needs_employee", "role", ("role", role));

    public static Error RoleNeedsUnit(Role role) => Error.Invalid("account.role_needs_unit", "unitId", ("role", role));

    public static Error RoleTakesNoUnit(Role role) =>
        Error.Invalid("account.role_takes_no_unit", "unitId", ("role", role));
}
