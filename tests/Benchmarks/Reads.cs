namespace Pionir.Benchmarks;

/// <summary>
/// Three reads that people make all day, each beside a bare server that runs the same SQL: how much of what the
/// machine can do is left after session, rules and pages.
/// </summary>
internal static class Reads
{
    private const int Clients = 8;

    public static async Task RunAsync(Uri address, string app, Scene scene, int barePort)
    {
        using var employee = await PageSession.SignInAsync(address, "employee");
        using var officer = await PageSession.SignInAsync(address, "trainingOfficer");
        await scene.PrepareAsync(employee.EmployeeId!.Value);
        var cases = new (string Name, PageSession Session, string Path, string Bare)[]
        {
            ("own JP statement, 50 entries", employee, "/api/v1/jp/statement", "/statement"),
            ("list of trainings, page of 50", officer, "/api/v1/trainings?size=50", "/trainings"),
            (
                "participants of a training, page of 50",
                officer,
                $"/api/v1/trainings/{Scene.Training}/participants?size=50",
                "/participants"
            ),
        };
        await using var bare = await BareServer.StartAsync(app, barePort, Statements(employee.EmployeeId.Value));
        using var bareHttp = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{barePort}"),
        };
        var rows = new List<IReadOnlyList<object>>();
        foreach (var (name, session, path, barePath) in cases)
        {
            var atBest = await LoadTest.RequestsPerSecondAsync(bareHttp, barePath, Clients);
            var ours = await LoadTest.RequestsPerSecondAsync(session.Http, path, Clients);
            rows.Add([name, ours, atBest, $"{ours / atBest:P0}"]);
        }
        var people = await scene.CountAsync("employees");
        Figures.Table(
            $"Reads with {people:N0} employees, {Clients} clients, requests/s",
            ["read", "Pionir", "bare Kestrel + Npgsql", "share"],
            rows
        );
    }

    /// <summary>What the product asks of the database for the same answer, values written in.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Statements(Guid employee) =>
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
            ],
        };
}
