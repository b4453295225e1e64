using System.Diagnostics;
using System.Globalization;

namespace Pionir.Benchmarks;

internal static class Machine
{
    public static string Description =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores ({Processor}), load {Load} at the start"
        );

    /// <summary>Megabytes that a process holds now.</summary>
    public static double MemoryOf(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.WorkingSet64 / 1024.0 / 1024.0;
    }

    private static string Processor =>
        Lines("/proc/cpuinfo")
            .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Select(line => line.Split(": ", 2)[1])
            .FirstOrDefault("unknown");

    private static string Load => Lines("/proc/loadavg").Select(line => line.Split(' ')[0]).FirstOrDefault("unknown");

    private static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
