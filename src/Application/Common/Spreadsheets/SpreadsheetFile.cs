namespace Pionir.Application.Common.Spreadsheets;

/// <summary>A table to take away; written while it is sent.</summary>
/// <param name="Name">Without extension.</param>
public sealed record SpreadsheetFile(string Name, SpreadsheetFormat Format, SheetContent Sheet)
{
    public string FileName => $"{Name}.{(Format == SpreadsheetFormat.Csv ? "csv" : "xlsx")}";

    public string ContentType =>
        Format == SpreadsheetFormat.Csv
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
