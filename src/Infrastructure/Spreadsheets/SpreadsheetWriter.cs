using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>Writes row by row into a temporary file and sends that: the memory needed does not grow with the rows.</summary>
internal sealed class SpreadsheetWriter : ISpreadsheetWriter
{
    public async Task WriteAsync(
        Stream target,
        SpreadsheetFormat format,
        SheetContent sheet,
        CancellationToken cancellationToken
    )
    {
        await using var file = TemporaryFile.Create();
        if (format == SpreadsheetFormat.Csv)
        {
            CsvTable.Write(file, sheet, cancellationToken);
        }
        else
        {
            XlsxBook.Write(file, [sheet], cancellationToken);
        }

        file.Position = 0;
        await file.CopyToAsync(target, cancellationToken);
    }

    public async Task WriteBookAsync(
        Stream target,
        IReadOnlyList<SheetContent> sheets,
        CancellationToken cancellationToken
    )
    {
        await using var file = TemporaryFile.Create();
        XlsxBook.Write(file, sheets, cancellationToken);
        file.Position = 0;
        await file.CopyToAsync(target, cancellationToken);
    }
}
