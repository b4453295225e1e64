using Pionir.Domain.Organization;

namespace Pionir.Tests.Common;

/// <summary>Units and employees put in place without an import.</summary>
public static class Staff
{
    public static async Task<UnitId> UnitAsync(this ApiFixture api, UnitId? parent = null, EmployeeId? leader = null)
    {
        var id = UnitId.New();
        await api.SqlAsync(
            $"""
            INSERT INTO units (id, code, name, kind, parent_id, leader_id, active_from, changed_at)
            VALUES ({id.Value}, {id.Value.ToString()}, {"Unit Uji"}, {"Biro"}, {parent?.Value}::uuid, {leader?.Value}::uuid,
                '2020-01-01', now())
            """
        );
        return id;
    }

    public static async Task<EmployeeId> EmployeeAsync(
        this ApiFixture api,
        UnitId unit,
        EmployeeId? supervisor = null,
        string name = "Pegawai Uji",
        string employmentType = "PNS"
    )
    {
        var id = EmployeeId.New();
        await api.SqlAsync(
            $"""
            INSERT INTO employees (id, number, number_kind, name, search_words, employment_type, rank, position,
                position_family, position_level, unit_id, supervisor_id, active_from, changed_at)
            VALUES ({id.Value}, {id.Value.ToString()}, 'nip', {name}, {Array.Empty<string>()}, {employmentType}, 'III/a', 'Analis', 'JF', 'Pertama',
                {unit.Value}, {supervisor?.Value}::uuid, '2020-01-01', now())
            """
        );
        return id;
    }
}
