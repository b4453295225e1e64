using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Spreadsheets;

namespace Pionir.Application.Tests.Spreadsheets;

/// <summary>Reads and makes files for the tests beside.</summary>
internal static class Sheets
{
    private static readonly ServiceProvider Services = Build();

    public static ISpreadsheetReader Reader => Services.GetRequiredService<ISpreadsheetReader>();
    public static ISpreadsheetWriter Writer => Services.GetRequiredService<ISpreadsheetWriter>();

    public static Result<IReadOnlyList<SpreadsheetRow>> Read(byte[] content, int maximumRows = 100)
    {
        var sheet = Reader.Open(new MemoryStream(content), new SpreadsheetRules(["name", "number"], maximumRows));
        if (!sheet.IsSuccess)
        {
            return Result<IReadOnlyList<SpreadsheetRow>>.Failure(sheet.Errors);
        }
        using (sheet.Value)
        {
            return sheet.Value.ReadAll();
        }
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static async Task<byte[]> WriteAsync(SpreadsheetFormat format, params IReadOnlyList<object?>[] rows)
    {
        using var file = new MemoryStream();
        var content = new SheetContent("Pegawai/2026", ["Daftar"], ["name", "number", "day", "seen"], rows);
        await Writer.WriteAsync(file, format, content, CancellationToken.None);
        return file.ToArray();
    }

    /// <summary>A workbook from the raw XML of its sheet, for what no writer would produce.</summary>
    public static byte[] Xlsx(string sheetData, string after = "", params (string Name, byte[] Content)[] more)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Pack = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "_rels/.rels",
                $"<Relationships xmlns=\"{Pack}\"><Relationship Id=\"r1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            );
            Add(
                archive,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Add(
                archive,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Pack}\"><Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
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
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, index) => $"<c r=\"{(char)('A' + index)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    private static void Add(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        SpreadsheetServices.Add(services, new ConfigurationBuilder().Build());
        return services.BuildServiceProvider();
    }
}
