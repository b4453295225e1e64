using System.Globalization;
using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Wording;

/// <summary>Whole numbers in words and as ordinals, as Indonesian letters write them.</summary>
public static class IndonesianNumber
{
    /// <summary>No training has more batches.</summary>
    private const int RomanMaximum = 399;

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

    /// <summary>"1.080"</summary>
    public static string Digits(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

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

    /// <summary>The number that digits or Roman numerals mean; null for anything else.</summary>
    public static int? Read(string text)
    {
        var bare = text.Trim();
        if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return digits;
        return Enumerable
            .Range(1, RomanMaximum)
            .Where(number => string.Equals(Roman.Of(number), bare, StringComparison.OrdinalIgnoreCase))
            .Select(number => (int?)number)
            .FirstOrDefault();
    }

    private static string Join(string words, int rest) => rest == 0 ? words : $"{words} {Words(rest)}";
}
