using System.Globalization;
using System.Xml;
using ExcelDataReader;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>The first sheet of an XLSX. Formulas give the value that was saved with them and are never run.</summary>
internal sealed class XlsxSheet : OpenSheet
{
    private readonly IExcelDataReader reader;
    private int number;

    private XlsxSheet(IExcelDataReader reader, SpreadsheetRules rules)
        : base(rules) => this.reader = reader;

    public static Result<ISpreadsheet> Open(Stream content, SpreadsheetRules rules)
    {
        try
        {
            if (ArchiveCheck.Refusal(content) is { } refusal)
            {
                return refusal;
            }

            content.Position = 0;
            var sheet = new XlsxSheet(ExcelReaderFactory.CreateOpenXmlReader(content), rules);
            if (sheet.ReadHeader() is { } error)
            {
                return error;
            }

            return sheet.MergedInTable() is { } range
                ? SpreadsheetErrors.MergedCells(range)
                : Result<ISpreadsheet>.Success(sheet);
        }
        catch (Exception exception) when (IsDamaged(exception))
        {
            return SpreadsheetErrors.Damaged();
        }
    }

    public override void Dispose() => reader.Dispose();

    protected override (int Number, IReadOnlyList<string> Cells)? Next()
    {
        if (!reader.Read())
        {
            return null;
        }

        number++;
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = Text(reader.GetValue(index));
        }

        return (number, cells);
    }

    protected override bool IsDamage(Exception exception) => IsDamaged(exception);

    private static bool IsDamaged(Exception exception) =>
        exception
            is XmlException
                or InvalidDataException
                or IOException
                or ExcelDataReader.Exceptions.ExcelReaderException
                or FormatException
                or OverflowException
                or ArgumentException
                or InvalidOperationException
                or NullReferenceException
                or IndexOutOfRangeException
                or KeyNotFoundException;

    /// <summary>A merged cell in the table would leave its other rows empty without anybody noticing.</summary>
    private string? MergedInTable()
    {
        var merged = reader.MergeCells?.FirstOrDefault(range => range.ToRow + 1 >= HeaderRow);
        return merged is null
            ? null
            : $"{Column(merged.FromColumn)}{merged.FromRow + 1}:{Column(merged.ToColumn)}{merged.ToRow + 1}";
    }

    private static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Column((index / 26) - 1) + (char)('A' + (index % 26));

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString("hh\\:mm", CultureInfo.InvariantCulture),
            bool flag => flag ? "TRUE" : "FALSE",
            double figure => Number(figure),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>
    /// Whole numbers without exponent as long as every digit is true. A longer one (an 18-digit NIP typed as a number)
    /// has lost digits in the file already: its exponent shows that, where invented zeros would pass as a number.
    /// </summary>
    private static string Number(double figure) =>
        Math.Abs(figure) < 1e15 && Math.Floor(figure) == figure
            ? figure.ToString("F0", CultureInfo.InvariantCulture)
            : figure.ToString("R", CultureInfo.InvariantCulture);
}
