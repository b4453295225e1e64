using Npgsql;
using Pionir.Benchmarks;
using Pionir.Build;
using Pionir.Build.Rosters;

const string usage = """
    Measures the running product; started by build/bench.cs.

    --address URL    the product, on demo data
    --owner TEXT     connection string of the owner of the schema
    --app TEXT       connection string of the application's role
    --work DIR       where rosters are written
    --large N        employees of the large size (1000000)
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    const int small = 1834;
    var large = options.Number("--large", 1_000_000, minimum: 2 * small);
    var address = new Uri(options.Text("--address")!);
    await using var owner = NpgsqlDataSource.Create(options.Text("--owner")!);
    var scene = new Scene(owner);
    var barePort = Network.FreePort();
    using var hr = await PageSession.SignInAsync(address, "hrOfficer");
    using var admin = await PageSession.SignInAsync(address, "admin");
    var imports = new Imports(admin, owner);

    var rows = new List<(int People, double Import, double Copy, double Median, double P95)>();
    foreach (var people in new[] { small, large })
    {
        var folder = Path.Combine(options.Text("--work")!, $"roster-{people}");
        Roster.Write(folder, people, Roster.DefaultSeed + people);
        var import = await imports.RunAsync(folder);
        var copy = await imports.CopyAsync(folder);
        Console.WriteLine($"Imported {people:N0} employees in {import:0.00} s");
        await Reads.RunAsync(address, options.Text("--app")!, scene, barePort);
        var (median, p95) = await Searches.RunAsync(hr);
        rows.Add((people, import, copy, median, p95));
    }
    Figures.Table(
        "Import of a roster (CSV): upload, dry run and apply",
        ["employees", "seconds", "COPY alone", "rows/s"],
        rows.Select(row => (IReadOnlyList<object>)[row.People, row.Import, row.Copy, row.People / row.Import])
    );
    Console.WriteLine($"\nGrowth exponent: {Figures.Exponent(small, rows[0].Import, large, rows[1].Import):0.00}");
    Figures.Table(
        "Search of people, milliseconds",
        ["employees", "median", "p95"],
        rows.Select(row => (IReadOnlyList<object>)[row.People, row.Median, row.P95])
    );
    Console.WriteLine($"\nGrowth exponent: {Figures.Exponent(small, rows[0].Median, large, rows[1].Median):0.00}");
    return 0;
});
