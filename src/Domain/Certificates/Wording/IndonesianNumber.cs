using System.Globalization;
using System.Text;

namespace Pionir.Domain.Certificates.Wording;

/// <summary>Whole numbers in words, as ordinals and as Roman numerals, as Indonesian letters write them.</summary>
public static class IndonesianNumber
{
    private const int RomanMaximum = 3999;

    private static readonly string[] Small =
    [
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
    ];

    private static readonly (int Value, string Sign)[] Signs =
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

    /// <summary>"dua ribu dua puluh enam"; digits from a million on, which no certificate counts.</summary>
    public static string Words(int number) =>
        number switch
        {
            < 0 or >= 1_000_000 => number.ToString(CultureInfo.InvariantCulture),
            < 12 => Small[number],
            < 20 => $"{Small[number - 10]} belas",
            < 100 => Join($"{Small[number / 10]} puluh", number % 10),
            < 200 => Join("seratus", number - 100),
            < 1000 => Join($"{Small[number / 100]} ratus", number % 100),
            < 2000 => Join("seribu", number - 1000),
            _ => Join($"{Words(number / 1000)} ribu", number % 1000),
        };

    /// <summary>"pertama", "kedua", "kedua puluh satu".</summary>
    public static string Ordinal(int number) => number == 1 ? "pertama" : $"ke{Words(number)}";

    public static string Roman(int number)
    {
        if (number is < 1 or > RomanMaximum)
            return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value)
                text.Append(sign);
        }
        return text.ToString();
    }

    /// <summary>The number that digits or Roman numerals mean; null for anything else.</summary>
    public static int? Read(string text)
    {
        var bare = text.Trim();
        if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return digits;
        var rest = bare.ToUpperInvariant();
        var number = 0;
        foreach (var (value, sign) in Signs)
        {
            for (; rest.StartsWith(sign, StringComparison.Ordinal); rest = rest[sign.Length..])
                number += value;
        }
        // Written back it must read the same: "IIX" is a word, not a number.
        return rest.Length == 0 && number > 0 && string.Equals(Roman(number), bare, StringComparison.OrdinalIgnoreCase)
            ? number
            : null;
    }

    private static string Join(string words, int rest) => rest == 0 ? words : $"{words} {Words(rest)}";
}
