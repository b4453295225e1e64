using System.Diagnostics;

namespace Pionir.Benchmarks;

/// <summary>A number of clients that ask again as soon as they are answered, for a while.</summary>
internal static class LoadTest
{
    private const int Rounds = 5;

    /// <summary>The runtime compiles a path anew, by its profile, until some ten thousand answers were given.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Two servers in turns, so that what else the machine does meets both. An answer other than 200 ends the
    /// benchmark: a fast refusal is no speed.
    /// </summary>
    /// <returns>Answers per second of each, and the share of the second, medians of the rounds.</returns>
    public static async Task<(double First, double Second, double Share)> CompareAsync(
        (HttpClient Http, string Path) first,
        (HttpClient Http, string Path) second,
        int clients
    )
    {
        await RunAsync(first, clients, WarmUp);
        await RunAsync(second, clients, WarmUp);
        var rounds = new List<(double First, double Second)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((await RunAsync(first, clients, Measured), await RunAsync(second, clients, Measured)));
        }
        return (
            Figures.Median(rounds.Select(round => round.First)),
            Figures.Median(rounds.Select(round => round.Second)),
            Figures.Median(rounds.Select(round => round.Second / round.First))
        );
    }

    private static async Task<double> RunAsync((HttpClient Http, string Path) server, int clients, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var answered = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ => Task.Run(() => AskAsync(server.Http, server.Path, watch, duration)))
        );
        return answered.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> AskAsync(HttpClient http, string path, Stopwatch watch, TimeSpan duration)
    {
        var answered = 0;
        while (watch.Elapsed < duration)
        {
            using var answer = await http.GetAsync(path);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
            }
            await answer.Content.ReadAsByteArrayAsync();
            answered++;
        }
        return answered;
    }
}
