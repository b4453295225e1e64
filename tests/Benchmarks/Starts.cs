using System.Diagnostics;

namespace Pionir.Benchmarks;

/// <summary>From nothing to the first answer of a ready API on a database that is there, and what it then holds.</summary>
internal static class Starts
{
    private const int Rounds = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static async Task MeasureAsync(Stage stage, CancellationToken stop)
    {
        var seconds = new List<double>();
        var processor = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await stage.StopAsync();
            var watch = Stopwatch.StartNew();
            await stage.StartAsync(stop);
            seconds.Add(watch.Elapsed.TotalSeconds);
            using var process = Process.GetProcessById(stage.ProcessId);
            processor.Add(process.TotalProcessorTime.TotalSeconds);
        }
        await Task.Delay(Rest, stop);
        Figures.Table(
            "Start of the API until it is ready, and memory at rest",
            ["seconds", "of processor time", "memory, MB"],
            [
                [Figures.Median(seconds), Figures.Median(processor), Machine.MemoryOf(stage.ProcessId)],
            ]
        );
    }
}
