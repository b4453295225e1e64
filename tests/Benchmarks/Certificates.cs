using System.Diagnostics;
using Pionir.Build;

namespace Pionir.Benchmarks;

/// <summary>
/// The end of a training: completing it with everybody's JP, issuing the certificates, all of them in one ZIP, and in one
/// file for printing.
/// </summary>
internal sealed class Certificates(Stage stage)
{
    private const int Few = 300;
    private const int Most = 10_000;
    private const int Rounds = 3;

    private readonly List<Round> found = [];
    private int made;

    public async Task MeasureAsync(int employees)
    {
        using var officer = await PageSession.SignInAsync(stage.Address, "trainingOfficer");
        using var head = await PageSession.SignInAsync(stage.Address, "headOfCentre");
        // The first of all pays for compiling everything it runs through.
        await OnceAsync(officer, head, Few);
        var sizes = new[] { Few, Stage.Small, Most }.Where(size => size <= employees).ToList();
        foreach (var people in sizes)
        {
            var rounds = new List<Round>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add(await OnceAsync(officer, head, people));
            }
            found.Add(Round.Median(rounds));
        }
        Print();
    }

    private async Task<Round> OnceAsync(PageSession officer, PageSession head, int people)
    {
        var training = Guid.CreateVersion7();
        await new Scene(stage).PrepareTrainingAsync(training, people, ++made);
        await stage.ExecuteAsync("ANALYZE");
        var watch = Stopwatch.StartNew();
        await officer.PostAsync($"/api/v1/trainings/{training}/complete", null);
        var complete = watch.Elapsed.TotalSeconds;
        var before = stage.ProcessorSeconds();
        watch.Restart();
        var accepted = await head.PostAsync($"/api/v1/trainings/{training}/certificates", null);
        await head.JobAsync(accepted.GetProperty("jobId").GetGuid());
        var issue = watch.Elapsed.TotalSeconds;
        var after = stage.ProcessorSeconds();
        var (api, database) = (after.Api - before.Api, after.Database - before.Database);
        var copy = await CopyAsync(training);
        var batch = accepted.GetProperty("batchId").GetGuid();
        var archive = await DownloadAsync(head, batch, "file");
        var again = await DownloadAsync(head, batch, "file");
        var print = await DownloadAsync(head, batch, "print-copy");
        Say.Step(
            $"Completed {people:N0} in {complete:0.00} s, issued in {issue:0.00} s ({api:0.00} + {database:0.00} s of processors), archive in {archive.All:0.00} s ({archive.Processors:0.00} s of processors), again in {again.All:0.00} s, print copy in {print.All:0.00} s"
        );
        return new Round(people, complete, issue, api, database, copy, archive, again, print);
    }

    /// <summary>The same certificates out of the table and by COPY into a plain one: what the database takes at best.</summary>
    private async Task<double> CopyAsync(Guid training)
    {
        await stage.ExecuteAsync("DROP TABLE IF EXISTS copied");
        await stage.ExecuteAsync("CREATE TABLE copied AS SELECT * FROM certificates LIMIT 0");
        await using var connection = await stage.Owner.OpenConnectionAsync();
        string rows;
        using (
            var source = await connection.BeginTextExportAsync(
                $"COPY (SELECT * FROM certificates WHERE source_id = '{training}') TO STDOUT"
            )
        )
        {
            rows = await source.ReadToEndAsync();
        }
        var watch = Stopwatch.StartNew();
        await using (var target = await connection.BeginTextImportAsync("COPY copied FROM STDIN"))
        {
            await target.WriteAsync(rows);
        }
        return watch.Elapsed.TotalSeconds;
    }

    private async Task<Archive> DownloadAsync(PageSession head, Guid batch, string what)
    {
        var rest = Machine.MemoryOf(stage.ProcessId);
        var most = rest;
        var before = stage.ProcessorSeconds();
        var watch = Stopwatch.StartNew();
        using var answer = await head.Http.GetAsync(
            $"/api/v1/certificate-batches/{batch}/{what}",
            HttpCompletionOption.ResponseHeadersRead
        );
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[256 * 1024];
        var first = 0.0;
        var looked = 0.0;
        var bytes = 0L;
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            bytes += read;
            var now = watch.Elapsed.TotalSeconds;
            first = first == 0 ? now : first;
            if (now - looked > 0.02)
            {
                looked = now;
                most = Math.Max(most, Machine.MemoryOf(stage.ProcessId));
            }
        }
        var after = stage.ProcessorSeconds();
        var processors = after.Api + after.Database - before.Api - before.Database;
        return new Archive(first, watch.Elapsed.TotalSeconds, processors, most - rest, bytes / 1e6);
    }

    private void Print()
    {
        Figures.Table(
            "End of a training, seconds",
            [
                "people",
                "complete",
                "issue",
                "of API's processor",
                "of database's",
                "issued/s",
                "COPY of the certificates",
                "times COPY",
            ],
            found.Select(one =>
                (IReadOnlyList<object>)
                    [
                        one.People,
                        one.Complete,
                        one.Issue,
                        one.Api,
                        one.Database,
                        one.People / one.Issue,
                        one.Copy,
                        one.Issue / one.Copy,
                    ]
            )
        );
        Growth("completing", one => one.Complete);
        Growth("issuing", one => one.Issue);
        Growth("issuing, processor time", one => one.Api + one.Database);
        Figures.Table(
            "All certificates in one ZIP: the first time, when they are signed, and again",
            [
                "certificates",
                "first byte, s",
                "all, s",
                "of processors",
                "PDFs/s",
                "memory above rest, MB",
                "again: first byte",
                "all",
                "of processors",
            ],
            found.Select(one =>
                (IReadOnlyList<object>)
                    [
                        one.People,
                        one.Archive.First,
                        one.Archive.All,
                        one.Archive.Processors,
                        one.People / one.Archive.All,
                        one.Archive.Memory,
                        one.Again.First,
                        one.Again.All,
                        one.Again.Processors,
                    ]
            )
        );
        Figures.Table(
            "All certificates in one file for printing",
            [
                "certificates",
                "first byte, s",
                "all, s",
                "of processors",
                "papers/s",
                "memory above rest, MB",
                "file, MB",
                "kB a paper",
            ],
            found.Select(one =>
                (IReadOnlyList<object>)
                    [
                        one.People,
                        one.Print.First,
                        one.Print.All,
                        one.Print.Processors,
                        one.People / one.Print.All,
                        one.Print.Memory,
                        one.Print.Megabytes,
                        one.Print.Megabytes * 1000 / one.People,
                    ]
            )
        );
        Growth("print copy, processor time", one => one.Print.Processors);
        Growth("ZIP", one => one.Archive.All);
        Growth("ZIP, processor time", one => one.Archive.Processors);
    }

    private void Growth(string of, Func<Round, double> cost)
    {
        var large = found.Where(one => one.People >= Stage.Small).ToList();
        if (large.Count > 1)
        {
            Figures.Growth(of, (large[0].People, cost(large[0])), (large[^1].People, cost(large[^1])));
        }
    }

    private sealed record Round(
        int People,
        double Complete,
        double Issue,
        double Api,
        double Database,
        double Copy,
        Archive Archive,
        Archive Again,
        Archive Print
    )
    {
        public static Round Median(List<Round> rounds)
        {
            double Of(Func<Round, double> value) => Figures.Median(rounds.Select(value));
            return new Round(
                rounds[0].People,
                Of(one => one.Complete),
                Of(one => one.Issue),
                Of(one => one.Api),
                Of(one => one.Database),
                Of(one => one.Copy),
                Archive.Median([.. rounds.Select(one => one.Archive)]),
                Archive.Median([.. rounds.Select(one => one.Again)]),
                Archive.Median([.. rounds.Select(one => one.Print)])
            );
        }
    }

    /// <param name="First">Seconds to the first byte.</param>
    /// <param name="All">Seconds to the last.</param>
    /// <param name="Processors">Seconds of processor time of API and database.</param>
    /// <param name="Memory">Megabytes that the API grew by meanwhile.</param>
    private sealed record Archive(double First, double All, double Processors, double Memory, double Megabytes)
    {
        public static Archive Median(List<Archive> rounds)
        {
            double Of(Func<Archive, double> value) => Figures.Median(rounds.Select(value));
            return new Archive(
                Of(one => one.First),
                Of(one => one.All),
                Of(one => one.Processors),
                Of(one => one.Memory),
                Of(one => one.Megabytes)
            );
        }
    }
}
