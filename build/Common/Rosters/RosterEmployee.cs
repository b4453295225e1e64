namespace Pionir.Build.Rosters;

/// <summary>One row of an HR export, every value as it stands in the file.</summary>
internal sealed record RosterEmployee(
    string IdentityType,
    string IdentityNumber,
    string Name,
    string Sex,
    string BirthDate,
    string EmploymentType,
    string Rank,
    string Position,
    string PositionFamily,
    string PositionLevel,
    string UnitCode,
    string SupervisorIdentity,
    string Email,
    string Phone,
    string ActiveFrom,
    string ActiveTo
)
{
    public const string Header =
        "identity_type,identity_number,name,sex,birth_date,employment_type,rank,position,position_family,"
        + "position_level,unit_code,supervisor_identity,email,phone,active_from,active_to";

    public IEnumerable<string> Cells =>
        [
            IdentityType,
            IdentityNumber,
            Name,
            Sex,
            BirthDate,
            EmploymentType,
            Rank,
            Position,
            PositionFamily,
            PositionLevel,
            UnitCode,
            SupervisorIdentity,
            Email,
            Phone,
            ActiveFrom,
            ActiveTo,
        ];
}
