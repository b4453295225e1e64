namespace Pionir.Api.Tests.Faults;

/// <summary>Trainings with hundreds of people, put in place by a few statements.</summary>
internal static class FaultScene
{
    /// <summary>Over since yesterday; everybody passed.</summary>
    public static async Task<Guid> CompletedAsync(this SceneBed bed, int employees, int externals)
    {
        var training = await bed.TrainingAsync("Completed", employees + externals);
        await bed.PeopleAsync(training, "Passed", employees);
        await bed.SqlAsync(
            $"""
            INSERT INTO participants (id, training_id, name, affiliation, external_email, state, source, nominated_by,
                nominated_at, state_since, starts_on, ends_on)
            SELECT gen_random_uuid(), t.id, 'Tamu ' || n, 'Mitra', 'tamu' || n || '.' || t.id || '@contoh.example',
                'Passed', 'Chosen', t.created_by, now(), now(), t.starts_on, t.ends_on
            FROM trainings t, generate_series(1, {externals}) n WHERE t.id = {training}
            """
        );
        return training;
    }

    /// <summary>Over since yesterday, everybody was there; waits to be completed.</summary>
    public static async Task<Guid> AttendedAsync(this SceneBed bed, int people)
    {
        var training = await bed.TrainingAsync("Running", people);
        await bed.PeopleAsync(training, "Confirmed", people);
        await bed.SqlAsync(
            $"""
            INSERT INTO attendance_marks (id, training_id, session_id, participant_id, status, source, taken_at,
                recorded_at, recorded_by)
            SELECT gen_random_uuid(), s.training_id, s.id, p.id, 'Full', 'Officer', s.ends_at, s.ends_at, p.nominated_by
            FROM sessions s JOIN participants p USING (training_id) WHERE s.training_id = {training}
            """
        );
        return training;
    }

    /// <summary>In a month; everybody may come and nobody was invited yet.</summary>
    public static async Task<Guid> ApprovedAsync(this SceneBed bed, int people, int? quota = null)
    {
        var training = await bed.TrainingAsync("Open", quota ?? people, startsIn: 30);
        await bed.PeopleAsync(training, "Approved", people);
        return training;
    }

    /// <summary>Over since yesterday, unless it starts later: not long enough for the product to complete it by itself.</summary>
    public static async Task<Guid> TrainingAsync(this SceneBed bed, string state, int quota, int startsIn = -2)
    {
        var id = Guid.CreateVersion7();
        await bed.SqlAsync(
            $"""
            INSERT INTO trainings (id, activity_code, title, year, unit_id, form, cluster, scheme, state, starts_on,
                ends_on, time_zone, quota, reserve_places, seats_taken, target_job_families, scheduled_minutes, colour,
                allows_self_application, allows_public_registration, revision, created_by, created_at)
            SELECT {id}, 'PPK-' || {id}::text, 'Pelatihan ' || {state}::text, date_part('year', first)::int, {bed.Unit},
                '3', 'Klasikal', 'SelfManaged', {state}, first, first + 1, 'Asia/Jakarta', {quota}, 100, 0, array[]::text[], 480,
                'Navy', true, false, 1, gen_random_uuid(), now()
            FROM (SELECT current_date + {startsIn}::int AS first) days
            """
        );
        await bed.SqlAsync(
            $"""
            INSERT INTO training_transitions (id, training_id, move, from_state, to_state, at, by_user_id, by_name)
            VALUES (gen_random_uuid(), {id}, 'Submit', 'Draft', {state}, now(), gen_random_uuid(), 'Perencana')
            """
        );
        await bed.SqlAsync(
            $"""
            INSERT INTO sessions (id, training_id, date, starts, ends, starts_at, ends_at, mode, subject)
            SELECT gen_random_uuid(), t.id, day, '08:00', '12:00', day + time '01:00', day + time '05:00', 'Klasikal',
                'Etika'
            FROM trainings t, LATERAL (VALUES (t.starts_on), (t.ends_on)) AS days (day) WHERE t.id = {id}
            """
        );
        return id;
    }

    /// <summary>New employees of the unit, as participants in a state.</summary>
    public static Task PeopleAsync(this SceneBed bed, Guid training, string state, int count) =>
        bed.SqlAsync(
            $"""
            WITH people AS (
                INSERT INTO employees (id, number, number_kind, name, search_words, employment_type, rank, position,
                    position_family, position_level, unit_id, email, active_from, changed_at)
                SELECT id, left(md5(id::text), 18), 'nip', 'Pegawai ' || n, array[]::text[], 'PNS', 'III/a', 'Analis', 'JF', 'Pertama',
                    {bed.Unit}, 'p' || id || '@contoh.example', '2020-01-01', now()
                FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, {count}) n) numbers
                RETURNING id, number, name, unit_id)
            INSERT INTO participants (id, training_id, employee_id, unit_id, name, identity_number, affiliation, state,
                source, nominated_by, nominated_at, state_since, starts_on, ends_on)
            SELECT gen_random_uuid(), t.id, e.id, e.unit_id, e.name, e.number, 'Unit', {state}, 'Chosen',
                t.created_by, now(), now(), t.starts_on, t.ends_on
            FROM people e, trainings t WHERE t.id = {training}
            """
        );
}
