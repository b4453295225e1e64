using System.Collections.Frozen;
using static Pionir.Domain.Identity.Permission;

namespace Pionir.Domain.Identity;

/// <summary>What an API client may ask for: one pair, read and write, for each context.</summary>
public static class ApiScope
{
    private static readonly FrozenDictionary<string, IReadOnlySet<Permission>> Table = new Dictionary<
        string,
        Permission[]
    >
    {
        ["organization.read"] = [EmployeesRead, UnitsRead],
        ["organization.write"] = [EmployeesImport],
        ["competencies.read"] = [CatalogueRead],
        ["competencies.write"] = [DictionaryEdit],
        ["trainings.read"] = [CatalogueRead, TrainingsRead, ParticipantsRead],
        ["trainings.write"] = [TrainingsPlan, ParticipantsNominate, AttendanceRecord],
        ["learning-hours.read"] = [JpRead],
        ["certificates.read"] = [CertificatesRead],
    }.ToFrozenDictionary(row => row.Key, row => (IReadOnlySet<Permission>)row.Value.ToFrozenSet());

    public static IReadOnlyList<string> All { get; } = [.. Table.Keys.Order(StringComparer.Ordinal)];

    public static bool IsKnown(string scope) => Table.ContainsKey(scope);

    /// <summary>Scopes that a later version no longer knows give nothing.</summary>
    public static IReadOnlySet<Permission> Permissions(IEnumerable<string> scopes) =>
        scopes.Where(Table.ContainsKey).SelectMany(scope => Table[scope]).ToFrozenSet();
}
