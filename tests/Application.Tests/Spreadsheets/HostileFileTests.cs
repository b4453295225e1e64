using System.Text;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Spreadsheets;

public sealed class HostileFileTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[]> Files =>
        new()
        {
            { "spreadsheet.empty", [] },
            { "spreadsheet.empty", Sheets.Utf8("\n\n") },
            { "spreadsheet.no_rows", Sheets.Utf8("name,number\n") },
            { "spreadsheet.not_a_spreadsheet", Sheets.Utf8("%PDF-1.7\nname,number") },
            { "spreadsheet.not_a_spreadsheet", Sheets.Utf8("<html><table><tr><td>name</td></tr></table></html>") },
            { "spreadsheet.not_a_spreadsheet", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0] },
            { "spreadsheet.not_a_spreadsheet", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10] },
            { "spreadsheet.legacy_format", [.. Compound, .. new byte[600]] },
            {
                "spreadsheet.encrypted",
                [.. Compound, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]
            },
            { "spreadsheet.columns_missing", Sheets.Utf8("nama,nomor\nAdi,1\n") },
            {
                "spreadsheet.too_many_columns",
                Sheets.Utf8("name,number," + string.Join(',', Enumerable.Range(0, 500)) + "\nAdi,1\n")
            },
            { "spreadsheet.columns_repeated", Sheets.Utf8("name,number,Name\nAdi,1,Budi\n") },
            { "spreadsheet.damaged", Workbook.From("")[..^40] },
            { "spreadsheet.damaged", Workbook.From("<row><c") },
            { "spreadsheet.macros", Workbook.From("", "", ("xl/vbaProject.bin", [1])) },
            { "spreadsheet.archive_bomb", Workbook.From("", "", ("xl/media/a.bin", new byte[60 * 1024 * 1024])) },
            { "spreadsheet.damaged", Sheets.Utf8("name,number\n\"" + new string('x', 3_000_000)) },
        };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void EveryHostileFile_IsRefusedByItsOwnCode(string code, byte[] content) =>
        Sheets.Read(content).Error.Code.ShouldBe(code);

    [Fact]
    public void LargerFileThanAllowed_IsRefused_BeforeItIsRead() =>
        Sheets
            .Reader.Open(new MemoryStream(Sheets.Utf8("name,number\nAdi,1\n")), new SpreadsheetRules(["name"], 10, 10))
            .Error.Code.ShouldBe("spreadsheet.too_large");

    [Fact]
    public void ExternalEntities_AreNeverFollowed()
    {
        var file = Workbook.From(
            "",
            "",
            (
                "xl/sharedStrings.xml",
                Sheets.Utf8("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst>&e;</sst>")
            )
        );

        Sheets.Read(file).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public void ArchiveThatDeclaresLess_IsNotInflatedBeyondWhatItDeclares() =>
        Sheets.Read(ThatSaysLess()).IsSuccess.ShouldBeFalse();

    /// <summary>The size in the central directory is made smaller than what comes out.</summary>
    private static byte[] ThatSaysLess()
    {
        const int Size = 1_000_000;
        var file = Workbook.From("", "", ("xl/media/a.bin", new byte[Size]));
        var size = BitConverter.GetBytes(Size);
        for (var at = file.AsSpan().LastIndexOf(size); at >= 0; at = file.AsSpan(0, at).LastIndexOf(size))
        {
            BitConverter.GetBytes(10).CopyTo(file, at);
        }
        return file;
    }
}
