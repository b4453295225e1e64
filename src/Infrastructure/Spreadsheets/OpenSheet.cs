using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>What reading XLSX and CSV have in common once the header is known.</summary>
internal abstract class OpenSheet(SpreadsheetRules rules) : ISpreadsheet
{
    public IReadOnlyList<string> Columns { get; private set; } = [];
    public int HeaderRow { get; private set; }
    public Error? Stopped { get; private set; }

    public IEnumerable<SpreadsheetRow> Rows()
    {
        var count = 0;
        while (TryNext() is { } row)
        {
            if (row.Cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (++count > rules.MaximumRows)
            {
                Stopped = SpreadsheetErrors.TooManyRows(rules.MaximumRows);
                yield break;
            }
            yield return new SpreadsheetRow(row.Number, Fit(row.Cells));
        }
    }

    public abstract void Dispose();

    protected abstract (int Number, IReadOnlyList<string> Cells)? Next();

    /// <summary>The parsers report a damaged file by exceptions of many kinds.</summary>
    protected abstract bool IsDamage(Exception exception);

    protected Error? ReadHeader()
    {
        try
        {
            var header = SheetHeader.Find(Next, rules);
            if (!header.IsSuccess)
            {
                return header.Error;
            }

            (HeaderRow, Columns) = header.Value;
            return null;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return SpreadsheetErrors.Damaged();
        }
    }

    private (int Number, IReadOnlyList<string> Cells)? TryNext()
    {
        try
        {
            return Next();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            Stopped = SpreadsheetErrors.Damaged();
            return null;
        }
    }

    /// <summary>As many cells as there are columns; a leading apostrophe put there by an export is taken off again.</summary>
    private string[] Fit(IReadOnlyList<string> cells)
    {
        var fitted = new string[Columns.Count];
        for (var index = 0; index < fitted.Length; index++)
        {
            fitted[index] = index < cells.Count ? FormulaText.Restore(cells[index]) : "";
        }

        return fitted;
    }
}
