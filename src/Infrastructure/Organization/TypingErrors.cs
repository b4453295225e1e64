namespace Pionir.Infrastructure.Organization;

/// <summary>Letters wrong, missing, too many or exchanged with their neighbour (optimal string alignment).</summary>
internal static class TypingErrors
{
    /// <returns>More than <paramref name="most"/> as soon as that is certain.</returns>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }
        var before = new int[other.Length + 1];
        var last = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }
        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var wrong = one[line - 1] == other[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + wrong);
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }
            if (row.Min() > most)
            {
                return most + 1;
            }
            (before, last, row) = (last, row, before);
        }
        return last[other.Length];
    }
}
