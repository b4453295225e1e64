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

    /// <summary>Seconds that a process and its children have had of a processor so far, whatever else the machine did.</summary>
    public static double ProcessorSecondsOf(int process)
    {
        var own = Times(process) is { } times ? times.Own + times.Ended : 0;
        var children = Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? Times(id) : null)
            .Where(child => child?.Parent == process)
            .Sum(child => child!.Value.Own + child.Value.Ended);
        return (own + children) / 100.0;
    }

    /// <summary>In hundredths of a second; null when it is gone.</summary>
    private static (int Parent, long Own, long Ended)? Times(int process)
    {
        try
        {
            // The name, in parentheses, may hold spaces.
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ").Last().Split(' ');
            long At(int field) => long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
            return ((int)At(4), At(14) + At(15), At(16) + At(17));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Processor =>
        Lines("/proc/cpuinfo")
            .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Select(line => line.Split(": ", 2)[1])
            .FirstOrDefault("unknown");

    private static string Load => Lines("/proc/loadavg").Select(line => line.Split(' ')[0]).FirstOrDefault("unknown");

    private static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
