using System.Globalization;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Openings;

/// <summary>Reads an opening balance from a row, as far as the row alone can tell right from wrong.</summary>
internal sealed class OpeningRowReader(IReadOnlyDictionary<string, int> columns, DateOnly today) : IRowReader
{
    private readonly RowFields fields = new(columns);

    public StagedRow Read(SpreadsheetRow row)
    {
        fields.Begin(row);
        var number = fields.Text("identity_number");
        if (number.Length == 0)
            fields.Wrong(OpeningErrors.NumberRequired);
        var year = Year();
        return new StagedRow
        {
            Number = row.Number,
            Cells = row.Cells,
            Key = number,
            Name = Required("title", LedgerEntry.TitleMaximum, OpeningErrors.TitleLength, OpeningErrors.TitleRequired),
            Jp = Jp(),
            Year = year,
            OccurredOn = OccurredOn(year),
            Form = fields.TextOrNull("form"),
            Reference = Required(
                "reference",
                OpeningBalance.ReferenceMaximum,
                OpeningErrors.ReferenceLength,
                OpeningErrors.ReferenceRequired
            ),
            // Last, so that it holds what the lines above found.
            Errors = fields.Errors,
        };
    }

    private string Required(string column, int maximum, string tooLong, string missing)
    {
        var text = fields.Text(column, maximum, tooLong);
        if (text.Length == 0)
            fields.Wrong(missing);
        return text;
    }

    private int? Year()
    {
        if (Whole("year") is not { } year || year < Statements.YearMinimum)
        {
            fields.Wrong(OpeningErrors.YearFormat);
            return null;
        }
        if (year <= today.Year)
            return year;
        fields.Wrong(OpeningErrors.YearFuture);
        return null;
    }

    private DateOnly? OccurredOn(int? year)
    {
        var day = fields.Date("occurred_on", OpeningErrors.OccurredOnFormat);
        if (year is not { } known)
            return day;
        if (day is null && known == today.Year)
        {
            fields.Wrong(OpeningErrors.OccurredOnRequired);
            return null;
        }
        if (day is { } given && given.Year != known)
            fields.Wrong(OpeningErrors.YearDiffers);
        return OpeningBalance.DayOf(known, day);
    }

    private int? Jp()
    {
        if (Whole("jp") is not { } jp)
        {
            fields.Wrong(OpeningErrors.JpFormat);
            return null;
        }
        if (!OpeningBalance.IsPlausible(jp))
            fields.Wrong(OpeningErrors.JpRange);
        return jp;
    }

    private int? Whole(string column) =>
        int.TryParse(fields.Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
