using System.Globalization;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>A day as people write it into a table: ISO, day first, or the serial number of a spreadsheet.</summary>
public static class SpreadsheetDate
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-M-d",
        "yyyy/M/d",
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "yyyyMMdd",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss",
    ];

    // A serial counts days from 1899-12-30; 5 digits span 1927 to 2173, where every staff date lies.
    private static readonly DateOnly SerialStart = new(1899, 12, 30);

    public static bool TryParse(string text, out DateOnly day)
    {
        if (TryParseIso(text, out day))
        {
            return day.Year is >= 1900 and <= 2200;
        }

        if (
            DateOnly.TryParseExact(
                text,
                Formats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AllowWhiteSpaces,
                out day
            )
        )
        {
            return day.Year is >= 1900 and <= 2200;
        }

        if (
            text.Length == 5
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial >= 10_000
        )
        {
            day = SerialStart.AddDays(serial);
            return true;
        }

        return false;
    }

    /// <summary>What nearly every file has; the general parser takes a third of the time of reading a roster.</summary>
    private static bool TryParseIso(string text, out DateOnly day)
    {
        day = default;
        if (
            text is not [_, _, _, _, '-', _, _, '-', _, _]
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var date)
            || year < 1
            || month is < 1 or > 12
            || date < 1
            || date > DateTime.DaysInMonth(year, month)
        )
        {
            return false;
        }

        day = new DateOnly(year, month, date);
        return true;
    }
}
