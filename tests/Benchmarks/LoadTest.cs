using System.Diagnostics;

namespace Pionir.Benchmarks;

/// <summary>A number of clients that ask again as soon as they are answered, for a while.</summary>
internal static class LoadTest
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    /// <returns>Answers per second. An answer other than 200 ends the benchmark: a fast refusal is no speed.</returns>
    public static async Task<double> RequestsPerSecondAsync(HttpClient http, string path, int clients)
    {
        await RunAsync(http, path, clients, WarmUp);
        return await RunAsync(http, path, clients, Measured);
    }

    private static async Task<double> RunAsync(HttpClient http, string path, int clients, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var answered = await Task.WhenAll(
            Enumerable.Range(0, clients).Select(_ => Task.Run(() => AskAsync(http, path, watch, duration)))
        );
        return answered.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> AskAsync(HttpClient http, string path, Stopwatch watch, TimeSpan duration)
    {
        var answered = 0;
        while (watch.Elapsed < duration)
        {
            using var answer = await http.GetAsync(path);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            answered++;
        }
        return answered;
    }
}
