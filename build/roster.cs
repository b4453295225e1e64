#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;
using Pionir.Build.Rosters;

const string usage = """
    Writes the staff of an invented agency as an HR system would export it; no row describes a real person.
    units.csv, employees.csv, and employees-with-errors.csv with the code that an importer must find.

    dotnet run build/roster.cs [options]

    --employees N    how many (1834)
    --out DIR        where to (artifacts/roster)
    --seed N         the same number gives the same people (20261122)
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var employees = options.Number("--employees", 1834, minimum: 1);
    var folder = Path.GetFullPath(options.Text("--out") ?? Path.Combine(Repository.Artifacts, "roster"));
    var seed = options.Number("--seed", Roster.DefaultSeed);
    await Say.TimedAsync(
        $"Writing {employees:N0} employees to {folder}",
        () => Task.Run(() => Roster.Write(folder, employees, seed), stop)
    );
    return 0;
});
