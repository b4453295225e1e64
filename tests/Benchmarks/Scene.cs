using Npgsql;

namespace Pionir.Benchmarks;

/// <summary>Rows that the reads are measured on, written as the owner beside what the demo already holds.</summary>
internal sealed class Scene(NpgsqlDataSource owner)
{
    public static readonly Guid Training = Guid.Parse("0198f000-0000-7000-8000-000000000001");

    /// <summary>50 entries of this year for one person, 200 open trainings, 340 participants in one of them.</summary>
    public async Task PrepareAsync(Guid employee)
    {
        await ExecuteAsync(
            """
            INSERT INTO trainings (id, activity_code, title, year, unit_id, form, cluster, scheme, state, starts_on, ends_on,
                time_zone, quota, reserve_places, seats_taken, target_job_families, scheduled_minutes, country, city, venue,
                colour, allows_self_application, allows_public_registration, revision, created_by, created_at)
            SELECT CASE n WHEN 1 THEN $1 ELSE gen_random_uuid() END, 'UKUR/' || n, 'Pelatihan pengukuran ' || n,
                date_part('year', now())::int, (SELECT id FROM units ORDER BY code LIMIT 1), '3', 'Classical', 'SelfManaged',
                'Open', current_date + n, current_date + n + 2, 'Asia/Jakarta', 400, 40, 0, '{}', 1350, 'Indonesia', 'Jakarta',
                'Aula', 'Blue', true, false, 1, gen_random_uuid(), now()
            FROM generate_series(1, 200) n
            ON CONFLICT DO NOTHING
            """,
            Training
        );
        await ExecuteAsync(
            """
            INSERT INTO participants (id, training_id, employee_id, unit_id, supervisor_id, name, identity_number, affiliation,
                state, source, nominated_by, nominated_at, state_since, starts_on, ends_on)
            SELECT gen_random_uuid(), $1, e.id, e.unit_id, e.supervisor_id, e.name, e.number, u.name,
                'Nominated', 'Nomination', gen_random_uuid(), now(), now(), t.starts_on, t.ends_on
            FROM (SELECT * FROM employees ORDER BY id LIMIT 340) e
            JOIN units u ON u.id = e.unit_id JOIN trainings t ON t.id = $1
            ON CONFLICT DO NOTHING
            """,
            Training
        );
        await ExecuteAsync(
            """
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title, form,
                cluster, rule_version, calculation, posted_at, posted_by)
            SELECT gen_random_uuid(), $1, date_trunc('year', now())::date + n, date_part('year', now())::int, 2, 90, 'Training',
                'benchmark:' || n, gen_random_uuid(), 'Pelatihan pengukuran ' || n, '3', 'Classical', 'by_minutes@1', '[]', now(),
                gen_random_uuid()
            FROM generate_series(1, 50) n
            """,
            employee
        );
        await ExecuteAsync("ANALYZE");
    }

    public async Task<long> CountAsync(string table)
    {
        await using var command = owner.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        await command.ExecuteNonQueryAsync();
    }
}
