namespace Pionir.Application.Organization.Imports;

/// <summary>What can be wrong in a row, beside the identity number itself. Stable: error files carry these codes.</summary>
public static class ImportRowErrors
{
    public const string LettersLost = "text.letters_lost";

    /// <summary>The number belongs to somebody whose name and birth date are others.</summary>
    public const string AnotherPerson = "identity_number.another_person";
    public const string NameRequired = "name.required";
    public const string NameLength = "name.length";
    public const string SexUnknown = "sex.unknown";
    public const string BirthDateFormat = "birth_date.format";
    public const string EmploymentTypeUnknown = "employment_type.unknown";
    public const string RankLength = "rank.length";
    public const string PositionLength = "position.length";
    public const string UnitCodeUnknown = "unit_code.unknown";
    public const string SupervisorUnknown = "supervisor_identity.unknown";
    public const string SupervisorSelf = "supervisor_identity.self";
    public const string EmailFormat = "email.format";
    public const string PhoneLength = "phone.length";
    public const string ActiveFromFormat = "active_from.format";
    public const string ActiveToFormat = "active_to.format";
    public const string ActiveToBeforeActiveFrom = "active_to.before_active_from";
    public const string CodeRequired = "code.required";
    public const string CodeLength = "code.length";
    public const string CodeDuplicate = "code.duplicate";
    public const string KindRequired = "kind.required";
    public const string ParentCodeUnknown = "parent_code.unknown";
    public const string ParentCodeSelf = "parent_code.self";
    public const string ParentCodeCycle = "parent_code.cycle";
    public const string ParentCodeTooDeep = "parent_code.too_deep";
}
