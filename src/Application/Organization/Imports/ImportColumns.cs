using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Imports;

/// <summary>The columns of HR's files. Further columns are kept and given back in the error file.</summary>
public static class ImportColumns
{
    public static readonly IReadOnlyList<string> Units = ["code", "name", "parent_code", "kind"];

    public static readonly IReadOnlyList<string> Employees =
    [
        "identity_type",
        "identity_number",
        "name",
        "sex",
        "birth_date",
        "employment_type",
        "rank",
        "position",
        "position_family",
        "position_level",
        "unit_code",
        "supervisor_identity",
        "email",
        "phone",
        "active_from",
        "active_to",
    ];

    /// <summary>Optional: the number that somebody had before, when HR gave a new one (NRP to NIP).</summary>
    public const string PreviousNumber = "previous_identity_number";

    public static IReadOnlyList<string> Of(ImportKind kind) => kind == ImportKind.Units ? Units : Employees;
}
