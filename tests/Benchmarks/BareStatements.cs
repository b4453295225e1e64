namespace Pionir.Benchmarks;

/// <summary>What the product asks of the database for the same answers, values written in.</summary>
internal static class BareStatements
{
    /// <param name="shown">The participants on the first page, of whose mails the third list tells.</param>
    public static Dictionary<string, IReadOnlyList<string>> Of(Guid employee, IReadOnlyList<Guid> shown) =>
        new()
        {
            ["/statement"] =
            [
                $"""
                    SELECT e.id, e.name, e.number, e.number_kind, e.employment_type, e.position, u.name AS unit
                    FROM employees e JOIN units u ON u.id = e.unit_id WHERE e.id = '{employee}'
                    """,
                $"""
                    SELECT id, occurred_on, title, kind, jp, minutes, form, cluster, origin_id, rule_version, calculation, posted_at,
                        posted_by, reverses, reason
                    FROM ledger_entries WHERE employee_id = '{employee}' AND year = date_part('year', now())::int
                    ORDER BY occurred_on DESC, sequence DESC
                    """,
                $"SELECT year, sum(jp) AS jp FROM ledger_entries WHERE employee_id = '{employee}' GROUP BY year",
            ],
            ["/trainings"] =
            [
                "SELECT count(*) AS total FROM trainings",
                """
                    SELECT t.id, activity_code, title, batch, state, scheme, cluster, form, working_group, unit_id, u.name AS unit,
                        starts_on, ends_on, city, venue, quota, seats_taken, programme_jp, scheduled_minutes, colour
                    FROM trainings t JOIN units u ON u.id = t.unit_id ORDER BY starts_on DESC, t.id LIMIT 50
                    """,
            ],
            ["/participants"] =
            [
                $"SELECT title, quota, seats_taken, state FROM trainings WHERE id = '{Scene.Training}'",
                $"SELECT count(*) AS total FROM participants WHERE training_id = '{Scene.Training}'",
                $"""
                    SELECT p.*, i.expires_at, i.kind FROM participants p
                    LEFT JOIN invitations i ON i.participant_id = p.id AND i.answer IS NULL
                    WHERE p.training_id = '{Scene.Training}' ORDER BY p.name, p.id LIMIT 50
                    """,
                $"""
                    SELECT DISTINCT ON (about_id) about_id, state, coalesce(sent_at, created_at), to_address, last_error FROM mail_outbox
                    WHERE about_id = ANY ({List(shown)}) ORDER BY about_id, created_at DESC, id DESC
                    """,
            ],
        };

    private static string List(IReadOnlyList<Guid> ids) => "'{" + string.Join(',', ids) + "}'";
}
