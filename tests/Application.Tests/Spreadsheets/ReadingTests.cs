using System.Text;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Spreadsheets;

public sealed class ReadingTests
{
    private static readonly string Header = Workbook.Row(1, "name", "number");

    [Fact]
    public void Csv_InEveryUsualEncoding_ReadsTheSameNames()
    {
        const string Text = "Name;NUMBER\r\n\"Ñusta; Ölçer\";007\r\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Text),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            Encoding.Unicode.GetBytes(Text),
        ];

        foreach (var file in files)
        {
            Sheets.Read(file).Value.Single().Cells.ShouldBe(["Ñusta; Ölçer", "007"]);
        }
    }

    [Fact]
    public void Csv_FromOlderExcel_IsReadAsWindows1252()
    {
        _ = Sheets.Reader;
        var file = Encoding.GetEncoding(1252).GetBytes("name;number\nÖlçer;1\n");

        Sheets.Read(file).Value.Single().Cells[0].ShouldBe("Ölçer");
    }

    // The first letter beyond ASCII far behind what a first look reads; the sizes move it across the edge of a read.
    private static byte[] Late(int filler, params byte[] name) =>
        [.. Sheets.Utf8("name,number\n" + new string('a', filler) + ",1\n"), .. name, .. Sheets.Utf8(",2\n")];

    [Theory]
    [InlineData(70_000)]
    [InlineData(81_901)]
    [InlineData(81_902)]
    public void Csv_LetterOutsideAsciiComesLate_KeepsTheName(int filler)
    {
        _ = Sheets.Reader;
        Sheets.Read(Late(filler, Encoding.GetEncoding(1252).GetBytes("Renée"))).Value[1].Cells[0].ShouldBe("Renée");
        Sheets.Read(Late(filler, Sheets.Utf8("Renée"))).Value[1].Cells[0].ShouldBe("Renée");
    }

    [Fact]
    public void Csv_OfTwoEncodings_IsRefused_NotReadWithLostLetters() =>
        Sheets
            .Read([.. Late(70_000, Sheets.Utf8("Renée")), 0x52, 0x65, 0x6E, 0xE9, 0x2C, 0x33])
            .Error.Code.ShouldBe("spreadsheet.mixed_encodings");

    [Fact]
    public void Csv_MarkedAsUtf8ButOtherwise_IsRefused_NotReadWithLostLetters()
    {
        var file = Late(70_000, 0x52, 0x65, 0x6E, 0xE9, 0x65);

        Sheets.Read([.. Encoding.UTF8.Preamble, .. file]).Error.Code.ShouldBe("spreadsheet.damaged");
    }

    [Fact]
    public void Rows_KeepTheirNumberInTheFile_AndEmptyOnesAreSkipped()
    {
        var rows = Sheets.Read(Sheets.Utf8("sep=,\nname,number\nAdi,1\n\n,\nBudi,2")).Value;

        rows.Select(row => row.Number).ShouldBe([3, 6]);
    }

    [Fact]
    public void MoreColumnsThanAsked_AreKept_AndShortRowsFilledUp()
    {
        var sheet = Sheets
            .Reader.Open(
                new MemoryStream(Sheets.Utf8("extra,name,number\nx,Adi\n")),
                new SpreadsheetRules(["name", "number"], 10)
            )
            .Value;

        sheet.Columns.ShouldBe(["extra", "name", "number"]);
        sheet.Rows().Single().Cells.ShouldBe(["x", "Adi", ""]);
    }

    [Fact]
    public void Formula_GivesItsSavedValue_AndDatesComeAsIso()
    {
        var file = Workbook.From(
            Header
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>Adi</v></c><c r=\"B2\"><v>12345678</v></c></row>"
                + Workbook.Row(3, "1985-02-28", "7")
        );

        var rows = Sheets.Read(file).Value;

        rows[0].Cells.ShouldBe(["Adi", "12345678"]);
        rows[1].Cells.ShouldBe(["1985-02-28", "7"]);
    }

    [Fact]
    public void NumberThatLostDigits_ShowsItsExponent_InsteadOfInventedZeros()
    {
        var file = Workbook.From(Header + "<row r=\"2\"><c r=\"B2\"><v>198501012005011001</v></c></row>");

        Sheets.Read(file).Value.Single().Cells[1].ShouldContain("E+17");
    }

    [Fact]
    public void MergedCells_InTheTable_AreRefusedByTheirRange()
    {
        var file = Workbook.From(
            Header + Workbook.Row(2, "Adi", "1"),
            "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"
        );

        var error = Sheets.Read(file).Error;

        error.Code.ShouldBe("spreadsheet.merged_cells");
        error.Arguments["range"].ShouldBe("A2:A3");
    }

    [Fact]
    public void TooManyRows_AreRefused_NotCutOff() =>
        Sheets
            .Read(Sheets.Utf8("name,number\n" + string.Concat(Enumerable.Repeat("a,1\n", 101))))
            .Error.Code.ShouldBe("spreadsheet.too_many_rows");

    [Theory]
    [InlineData("31/02/1985", false)]
    [InlineData("1985-02-30", false)]
    [InlineData("28/02/1985", true)]
    [InlineData("31106", true)]
    [InlineData("19850228", true)]
    [InlineData("kemarin", false)]
    public void Dates_AreUnderstoodAsPeopleWriteThem(string text, bool understood) =>
        SpreadsheetDate.TryParse(text, out _).ShouldBe(understood);
}
