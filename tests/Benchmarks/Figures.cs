using System.Globalization;

namespace Pionir.Benchmarks;

/// <summary>Prints tables, and how cost grows with size.</summary>
internal static class Figures
{
    public static void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows)
    {
        var cells = rows.Select(row => row.Select(Show).ToList()).Prepend([.. columns]).ToList();
        if (cells.Count == 1)
        {
            return;
        }
        var widths = columns.Select((_, i) => cells.Max(row => row[i].Length)).ToList();
        Console.WriteLine($"\n{title}\n");
        for (var i = 0; i < cells.Count; i++)
        {
            Console.WriteLine("| " + string.Join(" | ", cells[i].Select((cell, c) => cell.PadRight(widths[c]))) + " |");
            if (i == 0)
            {
                Console.WriteLine("| " + string.Join(" | ", widths.Select(width => new string('-', width))) + " |");
            }
        }
    }

    /// <summary>1 is growth in step with the work, 0 none at all.</summary>
    public static void Growth(string of, (double Size, double Cost) small, (double Size, double Cost) large) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Growth exponent, {of}: {Math.Log(large.Cost / small.Cost) / Math.Log(large.Size / small.Size):0.00}"
            )
        );

    /// <summary>The middle one: whoever else uses the machine disturbs some rounds, not all.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Show(object value) =>
        value switch
        {
            double number => number.ToString(number < 10 ? "0.00" : "N0", CultureInfo.InvariantCulture),
            int number => number.ToString("N0", CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
