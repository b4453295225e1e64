using System.IO.Compression;
using System.Text;
using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Application.Tests.Spreadsheets;

public sealed class WritingTests
{
    private static readonly object?[] Row = ["=HYPERLINK(\"http://x\")", 42, new DateOnly(2026, 8, 7), null];

    [Theory]
    [InlineData(SpreadsheetFormat.Xlsx)]
    [InlineData(SpreadsheetFormat.Csv)]
    public async Task WhatIsWritten_ReadsBackTheSame(SpreadsheetFormat format)
    {
        var file = await Sheets.WriteAsync(format, Row, ["Ñusta \u202E😀 'x'", 1.5, null, true]);

        var rows = Sheets.Read(file).Value;

        rows[0].Cells.ShouldBe(["=HYPERLINK(\"http://x\")", "42", "2026-08-07", ""]);
        rows[1].Cells.ShouldBe(["Ñusta \u202E😀 'x'", "1.5", "", "TRUE"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+62812")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tcmd")]
    public async Task Csv_TextThatCouldRunAsFormula_GetsAnApostrophe(string text)
    {
        var file = Encoding.UTF8.GetString(await Sheets.WriteAsync(SpreadsheetFormat.Csv, [text, 1, null, null]));

        file.ShouldContain("'" + text);
    }

    [Fact]
    public async Task Xlsx_HoldsFormulaLikeTextAsLiteral_NeverAsFormula()
    {
        var file = await Sheets.WriteAsync(SpreadsheetFormat.Xlsx, Row);

        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = await reader.ReadToEndAsync();
        sheet.ShouldNotContain("<f>");
        sheet.ShouldContain("s=\"4\" t=\"inlineStr\"");
        sheet.ShouldContain("state=\"frozen\"");
        sheet.ShouldContain("autoFilter");
    }
}
