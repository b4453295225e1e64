using Pionir.Domain.Common;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>Reads XLSX and CSV by content; hostile files (bombs, encryption, macros) are refused with a code.</summary>
public interface ISpreadsheetReader
{
    /// <summary>The rows of the first sheet as text, keyed by the header; streams, so that millions of rows fit.</summary>
    Result<ISpreadsheet> Open(Stream content, SpreadsheetRules rules);
}

public interface ISpreadsheet : IDisposable
{
    IReadOnlyList<string> Columns { get; }
    IEnumerable<SpreadsheetRow> Rows();
}

/// <param name="Number">Row number as the user sees it in the file; the header is row 1.</param>
/// <param name="Cells">In the order of the columns; missing cells are empty. Dates come as yyyy-MM-dd.</param>
public readonly record struct SpreadsheetRow(int Number, IReadOnlyList<string> Cells);

public sealed record SpreadsheetRules(IReadOnlyList<string> RequiredColumns, int MaximumRows);

/// <summary>Writes XLSX or CSV; text that a spreadsheet could run as a formula is neutralised.</summary>
public interface ISpreadsheetWriter
{
    Task WriteAsync(Stream target, SpreadsheetFormat format, SheetContent sheet, CancellationToken cancellationToken);
}

public enum SpreadsheetFormat
{
    Xlsx,
    Csv,
}

/// <param name="Name">Name of the sheet, at most 31 characters.</param>
/// <param name="Title">Lines above the table (XLSX only).</param>
/// <param name="Rows">Cells are string, number, DateOnly, DateTimeOffset, bool or null.</param>
public sealed record SheetContent(
    string Name,
    IReadOnlyList<string> Title,
    IReadOnlyList<string> Columns,
    IEnumerable<IReadOnlyList<object?>> Rows
);
