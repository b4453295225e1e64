using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Application.Organization.Imports;

/// <summary>The cells of one row by column, collecting what is wrong with them.</summary>
internal sealed class RowFields(IReadOnlyDictionary<string, int> columns)
{
    private static readonly string[] None = [];
    private IReadOnlyList<string> cells = [];
    private List<string>? errors;

    public string[] Errors => errors?.ToArray() ?? None;

    public void Begin(SpreadsheetRow row)
    {
        cells = row.Cells;
        errors = null;
    }

    public void Wrong(string code) => (errors ??= []).Add(code);

    public string Text(string column) => columns.TryGetValue(column, out var index) ? Clean(cells[index]) : "";

    public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public string Text(string column, int maximum, string tooLong)
    {
        var text = Text(column);
        if (text.Length <= maximum)
        {
            return text;
        }
        Wrong(tooLong);
        return text[..maximum];
    }

    public DateOnly? Date(string column, string wrongFormat)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }
        if (SpreadsheetDate.TryParse(text, out var day))
        {
            return day;
        }
        Wrong(wrongFormat);
        return null;
    }

    /// <summary>PostgreSQL has no NUL in text, and a person's data has no other control characters either.</summary>
    private string Clean(string cell)
    {
        // Another program has already thrown letters away; nobody here could put them back.
        if (cell.Contains('\uFFFD') && errors?.Contains(ImportRowErrors.LettersLost) != true)
        {
            Wrong(ImportRowErrors.LettersLost);
        }
        return TypedText.Clean(
            cell.Any(char.IsControl) ? new string([.. cell.Where(letter => !char.IsControl(letter))]) : cell
        );
    }
}
