namespace Pionir.Benchmarks;

/// <summary>Rows that are measured on, written as the owner beside what the demo already holds.</summary>
internal sealed class Scene(Stage stage)
{
    public static readonly Guid Training = Guid.Parse("0198f000-0000-7000-8000-000000000001");

    private const string Columns = """
        id, activity_code, title, year, unit_id, form, cluster, scheme, state, starts_on, ends_on, time_zone, quota,
        reserve_places, seats_taken, target_job_families, scheduled_minutes, country, city, venue, colour,
        allows_self_application, allows_public_registration, revision, created_by, created_at
        """;

    /// <summary>50 entries of this year for one person, 200 open trainings, 340 participants in one of them.</summary>
    public async Task PrepareReadsAsync(Guid employee)
    {
        await stage.ExecuteAsync(
            $"""
            INSERT INTO trainings ({Columns})
            SELECT CASE n WHEN 1 THEN $1 ELSE gen_random_uuid() END, 'UKUR/' || n, 'Pelatihan pengukuran ' || n,
                date_part('year', now())::int, (SELECT id FROM units ORDER BY code LIMIT 1), '3', 'Klasikal', 'SelfManaged',
                'Open', current_date + n, current_date + n + 2, 'Asia/Jakarta', 400, 40, 0, ARRAY[]::text[], 1350, 'ID', 'Jakarta',
                'Aula', 'Blue', true, false, 1, gen_random_uuid(), now()
            FROM generate_series(1, 200) n
            ON CONFLICT DO NOTHING
            """,
            Training
        );
        await stage.ExecuteAsync(
            """
            INSERT INTO participants (id, training_id, employee_id, unit_id, supervisor_id, name, identity_number, affiliation,
                state, source, nominated_by, nominated_at, state_since, starts_on, ends_on)
            SELECT gen_random_uuid(), $1, e.id, e.unit_id, e.supervisor_id, e.name, e.number, u.name,
                'Nominated', 'NominatedByUnit', gen_random_uuid(), now(), now(), t.starts_on, t.ends_on
            FROM (SELECT * FROM employees ORDER BY id LIMIT 340) e
            JOIN units u ON u.id = e.unit_id JOIN trainings t ON t.id = $1
            ON CONFLICT DO NOTHING
            """,
            Training
        );
        await stage.ExecuteAsync(
            """
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title, form,
                cluster, rule_version, calculation, posted_at, posted_by)
            SELECT gen_random_uuid(), $1, date_trunc('year', now())::date + n, date_part('year', now())::int, 2, 90, 'Training',
                'benchmark:' || n, gen_random_uuid(), 'Pelatihan pengukuran ' || n, '3', 'klasikal', 'by_minutes@1', '[]', now(),
                gen_random_uuid()
            FROM generate_series(1, 50) n
            WHERE NOT EXISTS (SELECT FROM ledger_entries WHERE source = 'benchmark:1')
            """,
            employee
        );
        await stage.ExecuteAsync("ANALYZE");
    }

    /// <summary>A training that is over: one session, everybody confirmed and present, nobody's result decided.</summary>
    /// <param name="number">Trainings of one run lie on days of their own, because nobody can be in two at once.</param>
    public async Task PrepareTrainingAsync(Guid training, int people, int number)
    {
        await stage.ExecuteAsync(
            $"""
            INSERT INTO trainings ({Columns})
            SELECT $1, 'AKHIR/' || $2, 'Pelatihan selesai ' || $2, date_part('year', day)::int,
                (SELECT id FROM units ORDER BY code LIMIT 1), '3', 'Klasikal', 'SelfManaged', 'Running', day, day,
                'Asia/Jakarta', $3, 0, 0, ARRAY[]::text[], 450, 'ID', 'Jakarta', 'Aula', 'Blue', true, false, 1,
                gen_random_uuid(), now()
            FROM (SELECT current_date - 2 * $2 AS day) d
            """,
            training,
            number,
            people
        );
        await stage.ExecuteAsync(
            """
            INSERT INTO sessions (id, training_id, date, starts, ends, starts_at, ends_at, mode, subject)
            SELECT gen_random_uuid(), id, starts_on, '08:00', '15:30', (starts_on + time '08:00') AT TIME ZONE time_zone,
                (starts_on + time '15:30') AT TIME ZONE time_zone, 'Klasikal', 'Pengukuran'
            FROM trainings WHERE id = $1
            """,
            training
        );
        await stage.ExecuteAsync(
            """
            INSERT INTO participants (id, training_id, employee_id, unit_id, supervisor_id, name, identity_number, affiliation,
                state, source, nominated_by, nominated_at, state_since, starts_on, ends_on)
            SELECT gen_random_uuid(), t.id, e.id, e.unit_id, e.supervisor_id, e.name, e.number, u.name,
                'Confirmed', 'Chosen', gen_random_uuid(), now(), now(), t.starts_on, t.ends_on
            FROM trainings t
            -- Those whom the demo has sent somewhere on these days are left out.
            CROSS JOIN LATERAL (SELECT * FROM employees known WHERE NOT EXISTS (
                SELECT FROM participants p WHERE p.employee_id = known.id AND p.starts_on <= t.ends_on AND p.ends_on >= t.starts_on)
                ORDER BY id LIMIT $2) e
            JOIN units u ON u.id = e.unit_id
            WHERE t.id = $1
            """,
            training,
            people
        );
        await stage.ExecuteAsync(
            """
            INSERT INTO attendance_marks (id, training_id, session_id, participant_id, status, source, taken_at, recorded_at,
                recorded_by)
            SELECT gen_random_uuid(), p.training_id, s.id, p.id, 'Full', 'Officer', s.starts_at, s.starts_at, gen_random_uuid()
            FROM participants p JOIN sessions s ON s.training_id = p.training_id
            WHERE p.training_id = $1
            """,
            training
        );
    }
}
