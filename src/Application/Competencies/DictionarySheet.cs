using System.Globalization;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies;

/// <summary>A dictionary as a table: one row per indicator, what stands above repeated.</summary>
internal static class DictionarySheet
{
    private const int RowsMaximum = 200_000;

    public static readonly IReadOnlyList<string> Columns =
    [
        "nomor",
        "kode",
        "kategori",
        "kelompok",
        "judul",
        "deskripsi",
        "tingkat",
        "deskripsi_tingkat",
        "indikator",
    ];

    /// <summary>Title and source have no column; they come with the upload.</summary>
    public static Result<DictionaryFile> Read(ISpreadsheetReader reader, Stream content, string title, string source)
    {
        var opened = reader.Open(content, new SpreadsheetRules(Columns, RowsMaximum));
        if (!opened.IsSuccess)
            return Result<DictionaryFile>.Failure(opened.Errors);
        using var sheet = opened.Value;
        // Half a dictionary must not pass for a whole one: ReadAll tells when the file broke off.
        var read = sheet.ReadAll();
        if (!read.IsSuccess)
            return Result<DictionaryFile>.Failure(read.Errors);
        var places = Columns.Select(sheet.IndexOf).ToArray();
        var rows = read
            .Value.Select(row =>
                (row.Number, Cells: places.Select(place => row.Cells.ElementAtOrDefault(place) ?? "").ToArray())
            )
            .Where(row => row.Cells.Any(cell => cell.Length > 0))
            .ToList();
        var wrong = rows.Where(row => !IsNumber(row.Cells[0]) || !IsNumber(row.Cells[6]))
            .Select(row => DictionaryErrors.RowUnreadable(row.Number))
            .Take(20)
            .ToList();
        if (wrong.Count > 0)
            return Result<DictionaryFile>.Failure(wrong);
        return new DictionaryFile(
            title,
            source,
            null,
            [.. rows.Select(row => row.Cells).GroupBy(cells => cells[1]).Select(Competency)]
        );
    }

    public static SheetContent Write(DictionaryVersion version) =>
        new(
            "Kamus",
            [version.Title, version.Source],
            Columns,
            from competency in version.Competencies.OrderBy(competency => competency.Position)
            from level in competency.Levels.OrderBy(level => level.Level)
            from indicator in level.Indicators.OrderBy(indicator => indicator.Position)
            select (IReadOnlyList<object?>)
                [
                    competency.Number,
                    competency.Code,
                    competency.Kind.ToString().ToLowerInvariant(),
                    competency.Group,
                    competency.Title,
                    competency.Description,
                    level.Level,
                    level.Description,
                    indicator.Text,
                ]
        );

    private static CompetencyFile Competency(IGrouping<string, string[]> rows)
    {
        var first = rows.First();
        return new CompetencyFile(
            Number(first[0]),
            first[1],
            first[2],
            first[3].Length == 0 ? null : first[3],
            first[4],
            first[5],
            [
                .. rows.GroupBy(row => Number(row[6]))
                    .OrderBy(level => level.Key)
                    .Select(level => new LevelFile(level.Key, level.First()[7], [.. level.Select(row => row[8])])),
            ]
        );
    }

    private static bool IsNumber(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
