using System.Globalization;

namespace Pionir.Domain.Common;

/// <summary>Dates and numbers as Indonesian letters write them.</summary>
public static class IndonesianWords
{
    private static readonly string[] Months =
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];

    private static readonly string[] Weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    public static string Month(DateOnly day) => Months[day.Month - 1];

    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    public static string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>Says once what both days share: "3–7 Agustus 2026", "28 Juli–3 Agustus 2026".</summary>
    public static string Dates(DateOnly first, DateOnly last)
    {
        if (first == last)
            return Date(first);
        if (first.Year != last.Year)
            return $"{Date(first)}–{Date(last)}";
        return first.Month == last.Month
            ? $"{first.Day}–{Date(last)}"
            : $"{first.Day} {Months[first.Month - 1]}–{Date(last)}";
    }

    /// <summary>A NIP reads best as birth date, appointment, sex and serial: 8-6-1-3.</summary>
    public static string Identity(string number) =>
        number.Length == 18 && number.All(char.IsAsciiDigit)
            ? $"{number[..8]} {number[8..14]} {number[14]} {number[15..]}"
            : number;

    public static string Batch(string batch) =>
        batch.StartsWith("Angkatan", StringComparison.OrdinalIgnoreCase) ? batch : $"Angkatan {batch}";
}
