using System.IO.Compression;
using System.Security;
using System.Text;

namespace Pionir.Benchmarks;

/// <summary>The smallest XLSX that holds a table: one sheet, every cell a text.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Rosters have no quotes and no line breaks in cells.</summary>
    public static string From(string csv)
    {
        var file = Path.ChangeExtension(csv, ".xlsx");
        using var archive = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        Part(
            archive,
            "[Content_Types].xml",
            $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """
        );
        Part(archive, "_rels/.rels", Relation("officeDocument", "xl/workbook.xml"));
        Part(archive, "xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml"));
        Part(
            archive,
            "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"""
        );
        var rows = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var line in File.ReadLines(csv))
        {
            rows.Append("<row>");
            foreach (var cell in Cells(line))
            {
                rows.Append("<c t=\"inlineStr\"><is><t>").Append(SecurityElement.Escape(cell)).Append("</t></is></c>");
            }
            rows.Append("</row>");
        }
        Part(archive, "xl/worksheets/sheet1.xml", rows.Append("</sheetData></worksheet>").ToString());
        return file;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }
        cells.Add(cell.ToString());
        return cells;
    }

    private static string Relation(string type, string target) =>
        $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/{type}" Target="{target}"/></Relationships>""";

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(xml);
    }
}
