using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pionir.Tests.Common;

/// <summary>XLSX files made and read from their raw XML, so that nothing of the product vouches for itself.</summary>
public static partial class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The second style shows a number as a day.</summary>
    private const string DateStyle = "1";

    /// <summary>As office workers keep a CSV: days are real days, everything else is text.</summary>
    public static byte[] FromCsv(byte[] csv)
    {
        var lines = Encoding.UTF8.GetString(csv).ReplaceLineEndings("\n").TrimEnd().Split('\n');
        return From(string.Concat(lines.Select((line, at) => Row(at + 1, [.. CsvCell().Matches(line).Select(Text)]))));
    }

    /// <summary>From the raw XML of its sheet, for what no writer would produce.</summary>
    public static byte[] From(string sheetData, string after = "", params (string Name, byte[] Content)[] more)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
            );
            Add(archive, "_rels/.rels", Relationships(("officeDocument", "xl/workbook.xml")));
            Add(
                archive,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Add(
                archive,
                "xl/_rels/workbook.xml.rels",
                Relationships(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
            );
            Add(
                archive,
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            );
            Add(
                archive,
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{Main}\"><sheetData>{sheetData}</sheetData>{after}</worksheet>"
            );
            foreach (var (name, content) in more)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, at) => Cell($"{(char)('A' + at)}{number}", cell)))}</row>";

    /// <summary>The cells of the first sheet, row by row: text, number, or null where nothing stands.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> Read(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        XNamespace main = Main;
        return
        [
            .. XDocument
                .Load(sheet)
                .Descendants(main + "row")
                .Select(row => row.Elements(main + "c").Select(Value).ToList()),
        ];
    }

    /// <summary>As far as rosters go: no line breaks within a cell.</summary>
    [GeneratedRegex("""(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))(?=,|$)""")]
    private static partial Regex CsvCell();

    private static string Text(Match cell) =>
        cell.Groups[1].Success ? cell.Groups[1].Value.Replace("\"\"", "\"") : cell.Value;

    private static object? Value(XElement cell) =>
        cell.Value.Length == 0 ? null
        : cell.Attribute("t") is null ? decimal.Parse(cell.Value, CultureInfo.InvariantCulture)
        : cell.Value;

    private static string Cell(string address, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"<c r=\"{address}\" s=\"{DateStyle}\"><v>{day.ToDateTime(default).ToOADate()}</v></c>"
            : $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    private static string Relationships(params (string Type, string Target)[] targets) =>
        $"<Relationships xmlns=\"{Package}\">{string.Concat(targets.Select((to, at) => $"<Relationship Id=\"r{at + 1}\" Type=\"{Office}/{to.Type}\" Target=\"{to.Target}\"/>"))}</Relationships>";

    private static void Add(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
