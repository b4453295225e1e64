namespace Pionir.Domain.Common;

/// <summary>Roman numerals, as letters and numbers of the government write months and years.</summary>
public static class Roman
{
    private static readonly (int Value, string Word)[] Words =
    [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];

    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 3999);
        var roman = "";
        foreach (var (value, word) in Words)
        {
            for (; number >= value; number -= value)
                roman += word;
        }
        return roman;
    }
}
