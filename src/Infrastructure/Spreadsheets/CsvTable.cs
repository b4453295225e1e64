using CsvHelper;
using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Infrastructure.Spreadsheets;

internal static class CsvTable
{
    // With a mark, or Excel takes the letters of names for another code page.
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        TrueValue = "TRUE",
        FalseValue = "FALSE",
    };

    public static void Write(Stream file, SheetContent sheet, CancellationToken cancellationToken)
    {
        using var csv = CsvWriter.Create(file, Options, leaveOpen: true);
        csv.WriteHeader([.. sheet.Columns]);
        foreach (var row in sheet.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var cell in row)
            {
                Field(csv, cell);
            }
            csv.EndRecord();
        }
    }

    private static void Field(CsvWriter csv, object? cell)
    {
        if (cell is DateTimeOffset instant)
        {
            csv.WriteField(instant, "yyyy-MM-dd'T'HH:mm:sszzz");
        }
        else
        {
            csv.WriteField(cell);
        }
    }
}
