using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>Finds the header: the first row near the top that holds the required columns.</summary>
internal static class SheetHeader
{
    private const int RowsToLookAt = 10;
    private const int MostColumns = 500;

    /// <param name="next">Gives the next row of cells with its number, or null at the end.</param>
    public static Result<(int Row, IReadOnlyList<string> Columns)> Find(
        Func<(int Number, IReadOnlyList<string> Cells)?> next,
        SpreadsheetRules rules
    )
    {
        IReadOnlyList<string>? best = null;
        for (var looked = 0; looked < RowsToLookAt && next() is { } row; looked++)
        {
            var columns = WithoutEmptyTail(row.Cells);
            if (columns.Count == 0)
            {
                continue;
            }

            if (columns.Count > MostColumns)
            {
                return SpreadsheetErrors.TooManyColumns(MostColumns);
            }

            var missing = Missing(columns, rules);
            if (missing.Count == 0)
            {
                return Repeated(columns) is { Count: > 0 } repeated
                    ? SpreadsheetErrors.ColumnsRepeated(repeated)
                    : (row.Number, columns);
            }

            if (best is null || missing.Count < Missing(best, rules).Count)
            {
                best = columns;
            }
        }
        return best is null ? SpreadsheetErrors.Empty() : SpreadsheetErrors.ColumnsMissing(Missing(best, rules));
    }

    private static List<string> WithoutEmptyTail(IReadOnlyList<string> cells)
    {
        var columns = cells.Select(cell => cell.Trim()).ToList();
        while (columns.Count > 0 && columns[^1].Length == 0)
        {
            columns.RemoveAt(columns.Count - 1);
        }

        return columns;
    }

    private static List<string> Missing(IReadOnlyList<string> columns, SpreadsheetRules rules) =>
        [.. rules.RequiredColumns.Except(columns, StringComparer.OrdinalIgnoreCase)];

    private static List<string> Repeated(IReadOnlyList<string> columns) =>
        [
            .. columns
                .Where(column => column.Length > 0)
                .GroupBy(column => column, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key),
        ];
}
