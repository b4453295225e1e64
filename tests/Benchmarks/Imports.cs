using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pionir.Build;
using Pionir.Build.Rosters;

namespace Pionir.Benchmarks;

/// <summary>From the upload of a roster to everybody being in, beside COPY of the same file into a plain table.</summary>
internal sealed class Imports(Stage stage)
{
    private const int Rounds = 3;

    private readonly List<Found> found = [];
    private double most;

    /// <summary>Leaves the people of the last round in.</summary>
    public async Task MeasureAsync(int people)
    {
        var roster = Make(people);
        using var admin = await PageSession.SignInAsync(stage.Address, "admin");
        await AllowLargeFilesAsync(admin);
        await ImportAsync(admin, "units", Path.Combine(roster, "units.csv"));
        var csv = Path.Combine(roster, "employees.csv");
        var small = people <= Stage.Small;
        if (small)
        {
            // The first of all pays for compiling everything it runs through.
            await ImportAsync(admin, "employees", csv);
            await ForgetAsync(admin);
            await MeasureAsync(admin, "XLSX", Workbook.From(csv), csv, people, forget: true);
        }
        await MeasureAsync(admin, "CSV", csv, csv, people, forget: false);
        if (!small)
        {
            var few = Path.Combine(Make(Stage.Small + 1), "employees.csv");
            await MeasureAsync(admin, $"CSV into {people:N0}", few, few, Stage.Small + 1, forget: true);
        }
    }

    public void Print()
    {
        Figures.Table(
            "Import of a roster: upload, dry run and apply",
            [
                "file",
                "employees",
                "seconds",
                "of these to the dry run",
                "people/s",
                "COPY alone",
                "times COPY",
                "processor s: API",
                "database",
                "MB above rest",
            ],
            found.Select(one =>
                (IReadOnlyList<object>)
                    [
                        one.What,
                        one.People,
                        one.Seconds,
                        one.Check,
                        one.People / one.Seconds,
                        one.Copy,
                        one.Seconds / one.Copy,
                        one.Api,
                        one.Database,
                        one.Memory,
                    ]
            )
        );
        var csv = found.Where(one => one.What == "CSV").ToList();
        if (csv.Count > 1)
        {
            Figures.Growth("import", (csv[0].People, csv[0].Seconds), (csv[^1].People, csv[^1].Seconds));
        }
    }

    private async Task MeasureAsync(PageSession admin, string what, string file, string csv, int people, bool forget)
    {
        var rounds = people <= 2 * Stage.Small ? Rounds : 1;
        var times = new List<(double Check, double All)>();
        var rest = Machine.MemoryOf(stage.ProcessId);
        most = 0;
        var before = stage.ProcessorSeconds();
        for (var round = 1; round <= rounds; round++)
        {
            if (round > 1)
            {
                await ForgetAsync(admin);
                before = stage.ProcessorSeconds();
            }
            times.Add(await ImportAsync(admin, "employees", file));
        }
        var after = stage.ProcessorSeconds();
        if (forget)
        {
            await ForgetAsync(admin);
        }
        var copies = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            copies.Add(await CopyAsync(csv));
        }
        var seconds = Figures.Median(times.Select(time => time.All));
        found.Add(
            new Found(
                what,
                people,
                seconds,
                Figures.Median(times.Select(time => time.Check)),
                Figures.Median(copies),
                after.Api - before.Api,
                after.Database - before.Database,
                Math.Max(0, most - rest)
            )
        );
        Say.Step($"Imported {people:N0} employees ({what}) in {seconds:0.00} s");
    }

    /// <summary>Four million people are a file of 900 MB; an institution of that size sets what it lets in.</summary>
    private static async Task AllowLargeFilesAsync(PageSession admin)
    {
        using var shown = await admin.Http.GetAsync("/api/v1/institution");
        var settings = JsonNode.Parse(await shown.Content.ReadAsStringAsync())!["settings"]!;
        settings["files"]!["importMegabytes"] = 4096;
        using var change = new HttpRequestMessage(HttpMethod.Put, "/api/v1/institution")
        {
            Content = JsonContent.Create(new { settings }),
        };
        change.Headers.IfMatch.Add(shown.Headers.ETag!);
        using var answer = await admin.Http.SendAsync(change);
        answer.EnsureSuccessStatusCode();
    }

    private static string Make(int people)
    {
        var folder = Path.Combine(Stage.Work, $"roster-{people}");
        Roster.Write(folder, people, Roster.DefaultSeed + people);
        return folder;
    }

    /// <summary>COPY of the file as it stands, without any check: what the database takes at best.</summary>
    private async Task<double> CopyAsync(string file)
    {
        await using var connection = await stage.Owner.OpenConnectionAsync();
        await stage.ExecuteAsync("DROP TABLE IF EXISTS copied");
        var columns = File.ReadLines(file).First().Split(',');
        await stage.ExecuteAsync($"CREATE TABLE copied ({string.Join(", ", columns.Select(name => name + " text"))})");
        var watch = Stopwatch.StartNew();
        await using (var target = await connection.BeginTextImportAsync("COPY copied FROM STDIN (FORMAT csv, HEADER)"))
        {
            using var source = File.OpenText(file);
            var buffer = new char[64 * 1024];
            while (await source.ReadAsync(buffer) is > 0 and var read)
            {
                await target.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        var seconds = watch.Elapsed.TotalSeconds;
        await stage.ExecuteAsync("DROP TABLE copied");
        return seconds;
    }

    /// <summary>Takes away the people of the last import, so that they can come in again as new ones.</summary>
    private async Task ForgetAsync(PageSession admin)
    {
        var last = (await admin.Http.GetFromJsonAsync<JsonElement>("/api/v1/imports?kind=employees&size=1"))
            .GetProperty("items")[0]
            .GetProperty("id")
            .GetGuid();
        await stage.ExecuteAsync("ALTER TABLE employees DISABLE TRIGGER never_deleted");
        foreach (
            var (table, column) in new[]
            {
                ("employee_numbers", "employee_id"),
                ("employee_periods", "employee_id"),
                ("employees", "id"),
            }
        )
        {
            await stage.ExecuteAsync(
                $"DELETE FROM {table} WHERE {column} IN (SELECT new_id FROM import_rows WHERE import_id = $1)",
                last
            );
        }
        await stage.ExecuteAsync("ALTER TABLE employees ENABLE TRIGGER never_deleted");
        await stage.ExecuteAsync("UPDATE units SET leader_id = NULL WHERE leader_id NOT IN (SELECT id FROM employees)");
    }

    private async Task<(double Check, double All)> ImportAsync(PageSession admin, string kind, string file)
    {
        var watch = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent();
        await using var stream = File.OpenRead(file);
        var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", Path.GetFileName(file));
        form.Add(new StringContent(kind), "kind");
        var started = await admin.PostAsync("/api/v1/imports", form);
        var id = started.GetProperty("id").GetGuid();
        await admin.JobAsync(started.GetProperty("jobId").GetGuid(), LookAtMemory);
        var check = watch.Elapsed.TotalSeconds;
        var counts = await admin.Http.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{id}");
        if (kind == "employees" && counts.GetProperty("counts").GetProperty("wrong").GetInt32() > 0)
        {
            throw new InvalidOperationException($"Rows were refused: {counts}");
        }
        if (counts.GetProperty("canApply").GetBoolean())
        {
            var applied = await admin.PostAsync($"/api/v1/imports/{id}/apply", null);
            await admin.JobAsync(applied.GetProperty("jobId").GetGuid(), LookAtMemory);
        }
        return (check, watch.Elapsed.TotalSeconds);
    }

    private void LookAtMemory() => most = Math.Max(most, Machine.MemoryOf(stage.ProcessId));

    private sealed record Found(
        string What,
        int People,
        double Seconds,
        double Check,
        double Copy,
        double Api,
        double Database,
        double Memory
    );
}
