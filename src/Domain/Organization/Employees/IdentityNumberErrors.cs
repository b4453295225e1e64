namespace Pionir.Domain.Organization.Employees;

public static class IdentityNumberErrors
{
    public const string LengthCode = "identity_number.length";
    public const string DigitsCode = "identity_number.digits";
    public const string BirthDateCode = "identity_number.birth_date";
    public const string AppointmentMonthCode = "identity_number.appointment_month";
    public const string SexCode = "identity_number.sex";
    public const string FormatCode = "identity_number.format";
    public const string UnknownTypeCode = "identity_type.unknown";

    /// <summary>A second row, or another person, has the same number.</summary>
    public const string DuplicateCode = "identity_number.duplicate";

    /// <summary>Several people have it, each by another kind, and the file does not say which kind.</summary>
    public const string AmbiguousCode = "identity_number.ambiguous";

    /// <summary>A former number: the person has another one since.</summary>
    public const string SupersededCode = "identity_number.superseded";

    /// <summary>Both numbers belong to people on record; they are merged by hand.</summary>
    public const string MergeNeededCode = "identity_number.merge_needed";
}
