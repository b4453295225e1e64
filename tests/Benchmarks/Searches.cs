using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pionir.Benchmarks;

/// <summary>People searched as people type: parts, numbers, titles, mistakes. One after the other, as one user does.</summary>
internal static class Searches
{
    private const int Rounds = 20;

    private static readonly string[] Questions =
    [
        "kusuma",
        "sri wah",
        "wibwo",
        "prasetio agus",
        "1985",
        "19850101",
        "Dr. Siti, S.E., M.M.",
        "handayni",
        "tidakadaorangini",
        "a",
    ];

    /// <returns>Milliseconds: median and the slowest 5 per cent, over all questions.</returns>
    public static async Task<(double Median, double P95)> RunAsync(PageSession admin)
    {
        var taken = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            foreach (var question in Questions)
            {
                var watch = Stopwatch.StartNew();
                await admin.Http.GetFromJsonAsync<JsonElement>(
                    $"/api/v1/employees?size=25&q={Uri.EscapeDataString(question)}"
                );
                if (round >= 0)
                {
                    taken.Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }
        taken.Sort();
        return (taken[taken.Count / 2], taken[(int)(taken.Count * 0.95)]);
    }
}
