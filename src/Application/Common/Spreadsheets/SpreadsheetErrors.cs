using Pionir.Domain.Common;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>Why a file is refused before any of its rows is looked at.</summary>
public static class SpreadsheetErrors
{
    /// <summary>The other way round: a list that no file holds whole.</summary>
    public static Error TooManyForAFile(int found, int most) =>
        Error.Rule("spreadsheet.too_many_for_a_file", ("found", found), ("most", most));

    public static Error Empty() => Invalid("empty");

    /// <summary>Another kind of file, whatever its name says.</summary>
    public static Error NotASpreadsheet() => Error.Of(ErrorKind.UnsupportedMedia, "spreadsheet.not_a_spreadsheet");

    public static Error LegacyFormat() => Error.Of(ErrorKind.UnsupportedMedia, "spreadsheet.legacy_format");

    public static Error Encrypted() => Invalid("encrypted");

    public static Error Macros() => Invalid("macros");

    public static Error Damaged(int? row = null) => Invalid("damaged", ("row", row));

    /// <summary>Read either way, letters of names would be lost.</summary>
    public static Error MixedEncodings() => Invalid("mixed_encodings");

    public static Error TooLarge(long maximumBytes) =>
        Error.Of(ErrorKind.TooLarge, "spreadsheet.too_large", ("maximum", maximumBytes / (1024 * 1024)));

    /// <summary>Inflated, the content would be far larger than an honest file of this size.</summary>
    public static Error ArchiveBomb() => Error.Of(ErrorKind.TooLarge, "spreadsheet.archive_bomb");

    public static Error TooManyRows(int maximum) =>
        Error.Of(ErrorKind.TooLarge, "spreadsheet.too_many_rows", ("maximum", maximum));

    public static Error TooManyColumns(int maximum) => Invalid("too_many_columns", ("maximum", maximum));

    public static Error ColumnsMissing(IEnumerable<string> columns) =>
        Invalid("columns_missing", ("columns", string.Join(", ", columns)));

    public static Error ColumnsRepeated(IEnumerable<string> columns) =>
        Invalid("columns_repeated", ("columns", string.Join(", ", columns)));

    public static Error MergedCells(string range) => Invalid("merged_cells", ("range", range));

    public static Error NoRows() => Invalid("no_rows");

    private static Error Invalid(string reason, params (string Name, object? Value)[] arguments) =>
        Error.Invalid($"spreadsheet.{reason}", "file", arguments);
}
