using Npgsql;

namespace Pionir.Infrastructure.Identity;

internal sealed record DemoCandidate(Guid EmployeeId, string Name, Guid UnitId);

/// <summary>Finds fitting employees in whatever roster the demo was filled with, the same ones at each start anew.</summary>
internal sealed class DemoPlaces(NpgsqlDataSource database)
{
    /// <summary>
    /// The centre is the unit that calls itself so, else the smallest one with a leader; the other unit is the largest
    /// one outside it with a leader.
    /// </summary>
    private const string Sql = """
        WITH active AS (
            SELECT e.id, e.name, e.unit_id, e.supervisor_id FROM employees e
            WHERE e.merged_into_id IS NULL AND (e.active_to IS NULL OR e.active_to > current_date)
        ), sizes AS (
            SELECT u.id, u.name, u.leader_id, count(a.id) AS people FROM units u JOIN active a ON a.unit_id = u.id
            WHERE u.leader_id IS NOT NULL GROUP BY u.id
        ), centre AS (
            SELECT * FROM sizes
            ORDER BY (name ILIKE '%pengembangan kompetensi%' OR name ILIKE '%pendidikan dan pelatihan%') DESC, people, name
            LIMIT 1
        ), other AS (
            SELECT * FROM sizes WHERE id <> (SELECT id FROM centre) ORDER BY people DESC, name LIMIT 1
        )
        SELECT CASE
                WHEN a.id = (SELECT leader_id FROM centre) THEN 'HeadOfCentre'
                WHEN a.id = (SELECT leader_id FROM other) THEN 'UnitLeader'
                WHEN a.unit_id = (SELECT id FROM centre) THEN 'Centre'
                WHEN EXISTS (SELECT FROM active below WHERE below.supervisor_id = a.id) THEN 'Supervisor'
                ELSE 'Unit'
            END, a.id, a.name, a.unit_id
        FROM active a
        WHERE a.unit_id IN ((SELECT id FROM centre), (SELECT id FROM other))
            OR a.id IN ((SELECT leader_id FROM centre), (SELECT leader_id FROM other))
        ORDER BY a.name, a.id
        """;

    public async Task<Dictionary<DemoPlace, Queue<DemoCandidate>>> FindAsync(CancellationToken cancellationToken)
    {
        var found = Enum.GetValues<DemoPlace>().ToDictionary(place => place, _ => new Queue<DemoCandidate>());
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var candidate = new DemoCandidate(reader.GetGuid(1), reader.GetString(2), reader.GetGuid(3));
            found[Enum.Parse<DemoPlace>(reader.GetString(0))].Enqueue(candidate);
        }
        return found;
    }
}
