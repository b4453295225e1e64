using System.Text;
using CsvHelper;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>CSV as Excel, LibreOffice and databases write it: any common delimiter and encoding.</summary>
internal sealed class CsvSheet : OpenSheet
{
    // An unclosed quote would otherwise swallow the rest of the file into one field.
    private const int LongestRecord = 1024 * 1024;
    private readonly CsvReader reader;

    private CsvSheet(CsvReader reader, SpreadsheetRules rules)
        : base(rules) => this.reader = reader;

    public static Result<ISpreadsheet> Open(Stream content, SpreadsheetRules rules)
    {
        var head = new byte[65536];
        if (TextEncoding.Of(content) is not { } encoding)
        {
            return SpreadsheetErrors.MixedEncodings();
        }
        content.Position = 0;
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        var delimiter = CsvDelimiter.Of(TextEncoding.Glance(head.AsSpan(0, length)));
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            Separator = delimiter,
            DetectSeparatorHint = false,
            MaxRecordSize = LongestRecord,
        };
        // Left to guess, a reader would put its own forgiving encoding in place of the strict one.
        var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 65536);
        var sheet = new CsvSheet(CsvReader.Create(text, options), rules);
        return sheet.ReadHeader() is { } error ? error : Result<ISpreadsheet>.Success(sheet);
    }

    public override void Dispose() => reader.Dispose();

    protected override (int Number, IReadOnlyList<string> Cells)? Next()
    {
        if (!reader.Read())
        {
            return null;
        }
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = reader.GetString(index);
        }
        return ((int)reader.RowNumber, cells);
    }

    protected override bool IsDamage(Exception exception) =>
        exception is CsvFormatException or IOException or InvalidDataException or DecoderFallbackException;
}
