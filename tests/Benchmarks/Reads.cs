namespace Pionir.Benchmarks;

/// <summary>
/// Three reads that people make all day, each beside a bare server that runs the same SQL: how much of what the
/// machine can do is left after session, rules and pages.
/// </summary>
internal sealed class Reads(Stage stage)
{
    private const int Clients = 8;

    private readonly List<(string Name, int People, double Bare, double Ours, double Share)> found = [];

    public async Task MeasureAsync(int people)
    {
        using var employee = await PageSession.SignInAsync(stage.Address, "employee");
        using var officer = await PageSession.SignInAsync(stage.Address, "trainingOfficer");
        await new Scene(stage).PrepareReadsAsync(employee.EmployeeId!.Value);
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
        await using var bare = await BareServer.StartAsync(stage.Application, $"{employee.EmployeeId}");
        foreach (var (name, session, path, barePath) in cases)
        {
            var (atBest, ours, share) = await LoadTest.CompareAsync(
                (bare.Http, barePath),
                (session.Http, path),
                Clients
            );
            found.Add((name, people, atBest, ours, share));
        }
    }

    public void Print()
    {
        Figures.Table(
            $"Reads, {Clients} clients, answers per second",
            ["read", "employees", "bare Kestrel + Npgsql", "Pionir", "share"],
            found.Select(one => (IReadOnlyList<object>)[one.Name, one.People, one.Bare, one.Ours, $"{one.Share:P0}"])
        );
        foreach (var read in found.GroupBy(one => one.Name).Where(read => read.Count() > 1))
        {
            Figures.Growth(
                read.Key,
                (read.First().People, 1 / read.First().Ours),
                (read.Last().People, 1 / read.Last().Ours)
            );
        }
    }
}
