using Pionir.Domain.Common;

namespace Pionir.Application.Common.Spreadsheets;

public static class SpreadsheetExtensions
{
    /// <summary>All rows at once, for files that are small by rule (see <see cref="SpreadsheetRules.MaximumRows"/>).</summary>
    public static Result<IReadOnlyList<SpreadsheetRow>> ReadAll(this ISpreadsheet sheet)
    {
        List<SpreadsheetRow> rows = [.. sheet.Rows()];
        if (sheet.Stopped is { } stopped)
        {
            return stopped;
        }

        return rows.Count == 0 ? SpreadsheetErrors.NoRows() : rows;
    }

    /// <summary>Position of a column, or -1. The same comparison as for required columns.</summary>
    public static int IndexOf(this ISpreadsheet sheet, string column)
    {
        for (var index = 0; index < sheet.Columns.Count; index++)
        {
            if (string.Equals(sheet.Columns[index], column, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
