using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pionir.Benchmarks;

/// <summary>People searched as people type: parts, numbers, titles, mistakes. One after the other, as one user does.</summary>
internal sealed class Searches(Stage stage)
{
    private const int Rounds = 7;

    private readonly List<(string Kind, int People, double Median, double Worst, double Api, double Database)> found =
    [];

    public async Task MeasureAsync(int people)
    {
        await Crowd.GrowAsync(stage, people);
        using var everybody = await PageSession.SignInAsync(stage.Address, "hrOfficer");
        using var unit = await PageSession.SignInAsync(stage.Address, "unitCoordinator");
        var kinds = await KindsAsync();
        foreach (var (kind, questions) in kinds)
        {
            await MeasureAsync(everybody, kind, questions, people);
        }
        var all = kinds.SelectMany(kind => kind.Questions).Where(question => !question.Contains('&')).ToArray();
        await MeasureAsync(unit, "all of these within a unit", all, people);
    }

    private async Task<(string Kind, string[] Questions)[]> KindsAsync()
    {
        await using var command = stage.Owner.CreateCommand(
            """
            SELECT number FROM employee_numbers WHERE kind = 'NIP' ORDER BY reverse(number)
            LIMIT 1 OFFSET (SELECT count(*) / 2 FROM employee_numbers WHERE kind = 'NIP')
            """
        );
        var number = (string)(await command.ExecuteScalarAsync())!;
        return
        [
            ("a whole number", [number]),
            ("first digits: 1, 2, 4, 6, 8 of them", ["1", "19", "1985", "198501", "19850101"]),
            ("last digits: 4, 6", [number[^4..], number[^6..]]),
            ("digits of the middle, which find nobody", [number[6..12]]),
            ("1 or 2 letters", ["a", "m", "ra", "sa"]),
            ("3 letters", ["rah", "wah", "dwi"]),
            ("a very common name", ["muhammad", "rahayu"]),
            ("two names", ["nurul rahayu", "agus prasetya"]),
            ("with a typing error", ["muhamad", "prastya agus", "rahyau", "tidakadaorangini"]),
            ("with titles", ["Dr. Nurul, S.Kom., M.M.", "Ir. Agung Santosa, M.T."]),
            ("a name and digits", ["muhammad 1985", "muhammad 19850101"]),
            ("pages 2 and 40", ["muhammad&page=2", "rahayu&page=40", "19&page=40"]),
        ];
    }

    public void Print()
    {
        Figures.Table(
            "Search of people, milliseconds",
            ["question", "employees", "median", "worst question", "processor: API", "database"],
            found.Select(one =>
                (IReadOnlyList<object>)[one.Kind, one.People, one.Median, one.Worst, one.Api, one.Database]
            )
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
        var before = stage.ProcessorSeconds();
        for (var round = -3; round < Rounds; round++)
        {
            if (round == 0)
            {
                before = stage.ProcessorSeconds();
            }
            foreach (var question in questions)
            {
                var (words, rest) = question.Split('&', 2) is [var left, var right]
                    ? (left, "&" + right)
                    : (question, "");
                var watch = Stopwatch.StartNew();
                await session.Http.GetFromJsonAsync<JsonElement>(
                    $"/api/v1/employees?size=25&q={Uri.EscapeDataString(words)}{rest}"
                );
                if (round >= 0)
                {
                    taken[question].Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }
        var after = stage.ProcessorSeconds();
        var asked = Rounds * questions.Length / 1000.0;
        found.Add(
            (
                kind,
                people,
                Figures.Median(taken.Values.SelectMany(times => times)),
                taken.Values.Max(times => Figures.Median(times)),
                (after.Api - before.Api) / asked,
                (after.Database - before.Database) / asked
            )
        );
    }
}
