using Pionir.Build.Rosters;
using Pionir.Client;

namespace Pionir.Build.Demo;

/// <summary>Brings a roster in as an administrator does: dry run first, then apply.</summary>
internal static class RosterImport
{
    /// <returns>The identity numbers of the roster, in its order.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(Person admin, int employees, CancellationToken stop)
    {
        var folder = Path.Combine(Repository.Artifacts, "roster");
        Roster.Write(folder, employees);
        await ImportAsync(admin, "units", Path.Combine(folder, "units.csv"), stop);
        var people = Path.Combine(folder, "employees.csv");
        var counts = await ImportAsync(admin, "employees", people, stop);
        Expect.Equal("employees in the file", employees, counts.Total);
        Expect.Equal("of them wrong", 0, counts.Wrong);
        var again = await ImportAsync(admin, "employees", people, stop);
        Expect.Equal("unchanged when the same file comes again", employees, again.Unchanged);
        return [.. File.ReadLines(people).Skip(1).Select(line => line.Split(',')[1])];
    }

    private static async Task<ImportCountsView> ImportAsync(
        Person admin,
        string kind,
        string file,
        CancellationToken stop
    )
    {
        await using var content = File.OpenRead(file);
        var upload = new FileParameter(content, Path.GetFileName(file), "text/csv");
        // Without a day it is the institution's own today, which is not always that of this machine.
        var started = await admin.Imports.ImportEmployeesAsync(upload, kind, asOf: null, missingLeave: false, stop);
        await Background.WaitAsync(admin, started.JobId, stop);
        var import = await admin.Imports.GetImportAsync(started.Id, stop);
        if (import.Counts.New + import.Counts.Changed > 0)
        {
            var applying = await admin.Imports.ApplyImportAsync(started.Id, stop);
            await Background.WaitAsync(admin, applying.JobId, stop);
            Expect.Equal(
                $"state of the import of {kind}",
                ImportState.Applied,
                (await admin.Imports.GetImportAsync(started.Id, stop)).State
            );
        }
        return import.Counts;
    }
}
