namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>Indonesian Excel writes semicolons, databases commas or tabs: the first lines tell which.</summary>
internal static class CsvDelimiter
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public static char Of(string start)
    {
        if (start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4)
        {
            return start[4];
        }

        var line = FirstLineWith(start);
        return Candidates.MaxBy(candidate => Count(line, candidate));
    }

    private static string FirstLineWith(string start) =>
        start.Split('\n').Take(10).FirstOrDefault(line => Candidates.Any(line.Contains)) ?? "";

    private static int Count(string line, char delimiter)
    {
        var count = 0;
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == delimiter && !quoted)
            {
                count++;
            }
        }
        return count;
    }
}
