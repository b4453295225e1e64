using System.IO.Compression;
using System.Text;
using System.Xml;
using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>
/// The parts of a workbook, written straight into the archive. The OpenXML library keeps a part in memory
/// until the package closes, which an export of a million rows does not forgive.
/// </summary>
internal static class XlsxBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(Stream file, IReadOnlyList<SheetContent> sheets, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Part(
            archive,
            "[Content_Types].xml",
            $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/>
            {string.Concat(
                Numbers(sheets).Select(number =>
                    $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Types}.worksheet+xml\"/>"
                )
            )}
            <Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>
            </Types>
            """
        );
        Part(archive, "_rels/.rels", Relationships(("officeDocument", "xl/workbook.xml")));
        Part(
            archive,
            "xl/_rels/workbook.xml.rels",
            Relationships([
                .. Numbers(sheets).Select(number => ("worksheet", $"worksheets/sheet{number}.xml")),
                ("styles", "styles.xml"),
            ])
        );
        Part(archive, "xl/styles.xml", XlsxStyles.Xml);
        Workbook(archive, sheets);
        foreach (var number in Numbers(sheets))
        {
            using var xml = XmlWriter.Create(
                Open(archive, $"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest),
                new XmlWriterSettings { CloseOutput = true }
            );
            XlsxRows.Write(xml, Main, sheets[number - 1], cancellationToken);
        }
    }

    private static IEnumerable<int> Numbers(IReadOnlyList<SheetContent> sheets) => Enumerable.Range(1, sheets.Count);

    private static void Workbook(ZipArchive archive, IReadOnlyList<SheetContent> sheets)
    {
        using var xml = XmlWriter.Create(
            Open(archive, "xl/workbook.xml", CompressionLevel.Optimal),
            new XmlWriterSettings { CloseOutput = true }
        );
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets", Main);
        foreach (var number in Numbers(sheets))
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", SheetName(sheets[number - 1].Name));
            xml.WriteAttributeString("sheetId", $"{number}");
            xml.WriteAttributeString("id", Relations, $"rId{number}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Excel refuses a workbook whose sheet name is long or holds one of these signs.</summary>
    private static string SheetName(string name)
    {
        var cleaned = new string([.. name.Where(letter => !"[]:*?/\\'".Contains(letter))]).Trim();
        return cleaned.Length switch
        {
            0 => "Data",
            > 31 => cleaned[..31],
            _ => cleaned,
        };
    }

    private static string Relationships(params (string Type, string Target)[] targets)
    {
        var parts = targets.Select(
            (part, index) =>
                $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relations}/{part.Type}\" Target=\"{part.Target}\"/>"
        );
        return $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(parts)}</Relationships>";
    }

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(Open(archive, name, CompressionLevel.Optimal), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.Write(xml);
    }

    /// <summary>Without the time of writing, so that the same content is the same file.</summary>
    private static Stream Open(ZipArchive archive, string name, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }
}
