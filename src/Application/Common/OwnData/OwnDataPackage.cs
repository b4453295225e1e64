using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Application.Common.OwnData;

/// <summary>The same tables twice: for machines as JSON, for people as a workbook with a sheet each.</summary>
internal sealed class OwnDataPackage(ISpreadsheetWriter spreadsheets) : IApplicationPart
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task WriteAsync(
        ZipArchive zip,
        IReadOnlyList<OwnDataTable> tables,
        string name,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await AddAsync(zip, "BACA-SAYA.txt", Encoding.UTF8.GetBytes(ReadMe(tables, name, now)), cancellationToken);
        var json = tables.ToDictionary(table => table.Key, table => table.Rows.Select(row => Row(table, row)).ToList());
        await AddAsync(zip, "data.json", JsonSerializer.SerializeToUtf8Bytes(json, Json), cancellationToken);
        using var book = new MemoryStream();
        await spreadsheets.WriteBookAsync(book, [.. tables.Select(Sheet)], cancellationToken);
        await AddAsync(zip, "data.xlsx", book.ToArray(), cancellationToken);
    }

    private static Dictionary<string, object?> Row(OwnDataTable table, IReadOnlyList<object?> cells) =>
        table
            .Columns.Select((column, at) => (column.Key, Value: cells[at]))
            .ToDictionary(cell => cell.Key, cell => cell.Value);

    private static SheetContent Sheet(OwnDataTable table) =>
        new(table.Title.Id, [], [.. table.Columns.Select(column => column.Title)], table.Rows);

    private static string ReadMe(IReadOnlyList<OwnDataTable> tables, string name, DateTimeOffset now) =>
        string.Join(
            "\r\n",
            [
                FormattableString.Invariant(
                    $"Semua data yang disimpan Pionir tentang {name}, {now:yyyy-MM-dd HH:mm} UTC."
                ),
                "Dasar: UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 7.",
                "",
                "data.xlsx         dibaca orang: satu lembar untuk setiap tabel",
                "data.json         tabel yang sama untuk dibaca mesin",
                "sertifikat/       sertifikat yang diterbitkan (PDF) dan datanya untuk mesin (JSON)",
                "sertifikat-luar/  sertifikat penyelenggara lain yang Anda unggah",
                "",
                $"All data that Pionir holds on {name}. The tables, in data.xlsx and data.json:",
                .. tables.Select(table => $"- {table.Title.Id} / {table.Title.En} ({table.Key}): {table.Rows.Count}"),
            ]
        );

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var target = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        await target.WriteAsync(content, ct);
    }
}
