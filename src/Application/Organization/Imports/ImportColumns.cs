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

    /// <summary>Further: <c>form</c>, the code of a development form, and <c>occurred_on</c>; without it the hours stand at the end of the year.</summary>
    public static readonly IReadOnlyList<string> OpeningBalances =
    [
        "identity_number",
        "year",
        "jp",
        "title",
        "reference",
    ];

    public static IReadOnlyList<string> Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.Units => Units,
            ImportKind.Employees => Employees,
            _ => OpeningBalances,
        };
}
