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
}
