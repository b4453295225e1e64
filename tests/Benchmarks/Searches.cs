using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pionir.Benchmarks;

/// <summary>People searched as people type: parts, numbers, titles, mistakes. One after the other, as one user does.</summary>
internal sealed class Searches(Stage stage)
{
    private const int Rounds = 15;

    /// <summary>From whoever sees everybody and, last, from a coordinator who sees one unit.</summary>
    private static readonly (string Kind, string[] Questions)[] Kinds =
    [
        ("2 or 3 letters", ["a", "sr", "wah", "dwi"]),
        ("a name that many have", ["kusuma", "sri wahyuni", "agus prasetyo"]),
        ("with a typing error", ["wibwo", "prasetio agus", "handayni", "tidakadaorangini"]),
        ("with titles", ["Dr. Siti, S.E., M.M.", "Ir. Budi Santoso, M.T."]),
        ("digits of a number", ["1985", "19850101"]),
    ];

    private readonly List<(string Kind, int People, double Median, double Worst)> found = [];

    public async Task MeasureAsync(int people)
    {
        using var everybody = await PageSession.SignInAsync(stage.Address, "hrOfficer");
        using var unit = await PageSession.SignInAsync(stage.Address, "unitCoordinator");
        await stage.ExecuteAsync("ANALYZE");
        foreach (var (kind, questions) in Kinds)
        {
            await MeasureAsync(everybody, kind, questions, people);
        }
        await MeasureAsync(unit, "all of these within a unit", [.. Kinds.SelectMany(kind => kind.Questions)], people);
    }

    public void Print()
    {
        Figures.Table(
            "Search of people, milliseconds",
            ["question", "employees", "median", "worst question"],
            found.Select(one => (IReadOnlyList<object>)[one.Kind, one.People, one.Median, one.Worst])
        );
        foreach (var kind in found.GroupBy(one => one.Kind).Where(kind => kind.Count() > 1))
        {
            Figures.Growth(
                kind.Key,
                (kind.First().People, kind.First().Median),
                (kind.Last().People, kind.Last().Median)
            );
        }
    }

    private async Task MeasureAsync(PageSession session, string kind, string[] questions, int people)
    {
        var taken = questions.ToDictionary(question => question, _ => new List<double>());
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var question in questions)
            {
                var watch = Stopwatch.StartNew();
                await session.Http.GetFromJsonAsync<JsonElement>(
                    $"/api/v1/employees?size=25&q={Uri.EscapeDataString(question)}"
                );
                if (round >= 0)
                {
                    taken[question].Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }
        found.Add(
            (
                kind,
                people,
                Figures.Median(taken.Values.SelectMany(times => times)),
                taken.Values.Max(times => Figures.Median(times))
            )
        );
    }
}
