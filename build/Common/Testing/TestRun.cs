using System.Diagnostics;

namespace Pionir.Build.Testing;

/// <summary>Runs parts one after another and tells what they came to.</summary>
public static class TestRun
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(IReadOnlyList<Part> parts, CancellationToken cancellationToken)
    {
        var total = new PartResult(0, 0, 0, []);
        var summary = new List<string>();
        var whole = Stopwatch.StartNew();
        PostgresCluster? cluster = null;
        try
        {
            for (var at = 0; at < parts.Count; )
            {
                var together = parts.Skip(at + 1).TakeWhile(part => part.Beside).Prepend(parts[at]).ToList();
                at += together.Count;
                if (together.Any(part => part.NeedsDatabase))
                {
                    cluster ??= await StartClusterAsync(cancellationToken);
                }
                Say.Step(string.Join(" beside ", together.Select(part => part.Name)));
                var running = together.ConvertAll(part => TimedAsync(part, cluster, cancellationToken));
                foreach (var (part, run) in together.Zip(running))
                {
                    var (line, result) = await run;
                    total += result;
                    summary.Add(line);
                    Say.Line($"  {line}");
                    foreach (var failure in result.Failures)
                    {
                        Say.Line($"\n✗ {part.Name}: {failure}\n");
                    }
                }
            }
        }
        finally
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
                cluster.Delete();
            }
        }
        Say.Line();
        summary.ForEach(Say.Line);
        Say.Line($"in {whole.Elapsed.TotalMinutes:0.0} min; logs in {Path.Combine(Repository.Artifacts, "test")}");
        Say.Line();
        var skipped = total.Skipped > 0 ? $", {total.Skipped} skipped" : "";
        Say.Line($"{total.Passed} passed, {total.Failed} failed{skipped}");
        return total.Failed == 0 && total.Passed > 0 ? 0 : 1;
    }

    private static async Task<(string Line, PartResult Result)> TimedAsync(
        Part part,
        PostgresCluster? cluster,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        var result = await RunAsync(part, cluster, cancellationToken);
        return (
            $"{part.Name, -14}{result.Passed, 6} passed {result.Failed, 5} failed {result.Skipped, 5} skipped"
                + $" {watch.Elapsed.TotalSeconds, 7:0.0} s",
            result
        );
    }

    private static async Task<PartResult> RunAsync(
        Part part,
        PostgresCluster? cluster,
        CancellationToken cancellationToken
    )
    {
        var environment = new Dictionary<string, string?>
        {
            ["PIONIR_TEST_DATABASE"] = part.NeedsDatabase ? cluster?.ConnectionString("postgres") : null,
            ["PIONIR_TEST_POSTGRESQL"] = part.NeedsDatabase ? cluster?.Programs : null,
        };
        var work = part.Run(new PartContext(environment, line => Say.Line($"  {line}")), cancellationToken);
        var watch = Stopwatch.StartNew();
        while (await Task.WhenAny(work, Task.Delay(SignOfLife, cancellationToken)) != work)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Say.Line($"  … {part.Name}, {watch.Elapsed.TotalSeconds:0} s");
        }
        try
        {
            return await work;
        }
        catch (BuildException problem)
        {
            return PartResult.Broken($"{problem.Message}\n{problem.Remedy}");
        }
    }

    private static Task<PostgresCluster> StartClusterAsync(CancellationToken cancellationToken)
    {
        return Say.TimedAsync(
            "Starting PostgreSQL for the tests",
            async () =>
            {
                var cluster = await PostgresCluster.StartAsync(
                    Scratch.Folder("test"),
                    fresh: true,
                    disposable: true,
                    cancellationToken
                );
                await Databases.PrepareAsync(cluster, create: false, cancellationToken);
                return cluster;
            }
        );
    }
}
