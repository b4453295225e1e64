using Pionir.Domain.Common;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>A list as a table to take away: its columns stand once, with their headings in both languages.</summary>
internal sealed record ListSheet<TRow>(LocalText FileName, LocalText Name, IReadOnlyList<SheetColumn<TRow>> Columns)
{
    /// <summary>Rows are read while the file is written.</summary>
    public SpreadsheetFile Of(IEnumerable<TRow> rows, SpreadsheetFormat format, SheetWords words) =>
        new(
            words.Of(FileName),
            format,
            new(
                words.Of(Name),
                [],
                [.. Columns.Select(column => words.Of(column.Heading))],
                rows.Select(row =>
                    (IReadOnlyList<object?>)[.. Columns.Select(column => words.Cell(column.Value(row, words)))]
                )
            )
        );
}

/// <param name="Value">A text of both languages, a word of the domain, yes or no, a moment, or what a cell holds as it is.</param>
internal sealed record SheetColumn<TRow>(LocalText Heading, Func<TRow, SheetWords, object?> Value)
{
    public SheetColumn(string indonesian, string english, Func<TRow, object?> value)
        : this(indonesian, english, (row, _) => value(row)) { }

    public SheetColumn(string indonesian, string english, Func<TRow, SheetWords, object?> value)
        : this(new LocalText(indonesian, english), value) { }
}
