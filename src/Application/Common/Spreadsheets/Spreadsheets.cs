using Pionir.Domain.Common;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>Reads XLSX and CSV by content; hostile files (bombs, encryption, macros) are refused with a code.</summary>
public interface ISpreadsheetReader
{
    /// <summary>The rows of the first sheet as text, in the order of the header; streams, so that millions of rows fit.</summary>
    /// <remarks>The content stays open until the sheet is disposed, and is disposed with it.</remarks>
    Result<ISpreadsheet> Open(Stream content, SpreadsheetRules rules);
}

public interface ISpreadsheet : IDisposable
{
    /// <summary>The header as written, trimmed; further columns than the required ones are kept.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The row number of the header in the file: titles above the table are skipped.</summary>
    int HeaderRow { get; }

    /// <summary>Rows with at least one value. Can be walked through once.</summary>
    IEnumerable<SpreadsheetRow> Rows();

    /// <summary>Set when <see cref="Rows"/> had to stop before the end: too many rows, or the file is damaged.</summary>
    Error? Stopped { get; }
}

/// <param name="Number">Row number as the user sees it in the file; the header is usually row 1.</param>
/// <param name="Cells">In the order of the columns; missing cells are empty. Dates come as yyyy-MM-dd.</param>
public readonly record struct SpreadsheetRow(int Number, IReadOnlyList<string> Cells);

/// <param name="RequiredColumns">Compared without case and outer spaces.</param>
/// <param name="MaximumRows">More data rows than this are refused.</param>
/// <param name="MaximumBytes">Size of the file itself.</param>
public sealed record SpreadsheetRules(
    IReadOnlyList<string> RequiredColumns,
    int MaximumRows,
    long MaximumBytes = SpreadsheetRules.DefaultMaximumBytes
)
{
    public const long DefaultMaximumBytes = 20 * 1024 * 1024;
}

/// <summary>Writes XLSX or CSV; text that a spreadsheet could run as a formula is neutralised.</summary>
public interface ISpreadsheetWriter
{
    Task WriteAsync(Stream target, SpreadsheetFormat format, SheetContent sheet, CancellationToken cancellationToken);

    /// <summary>An XLSX with several sheets, each with a name of its own.</summary>
    Task WriteBookAsync(Stream target, IReadOnlyList<SheetContent> sheets, CancellationToken cancellationToken);
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
)
{
    /// <summary>Of the columns, in characters; by their heads when left out.</summary>
    public IReadOnlyList<double>? Widths { get; init; }
}
