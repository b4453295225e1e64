using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pionir.Api.Tests.Competencies;

/// <summary>
/// An invented dictionary of the size and the awkwardness of those in use: 27 titles, 135 levels, 479 indicators,
/// long sentences, punctuation of every kind, three or four indicators a level as it comes.
/// </summary>
internal static class LargeDictionary
{
    public const int Titles = 27;
    public const int Levels = Titles * 5;
    public const int Indicators = 479;

    private const int Fewest = Indicators / Levels;

    private static readonly JsonSerializerOptions AsPublished = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Byte for byte as a dictionary goes out.</summary>
    public static string Text() =>
        new JsonObject
        {
            ["title"] = "Kamus Kompetensi Teknis Rekaan",
            ["source"] = "Disusun untuk uji (tanpa sumber resmi); lampiran I, 2026",
            ["year"] = 2026,
            ["competencies"] = new JsonArray([
                .. Enumerable.Range(0, Titles).Select(index => (JsonNode)Competency(index)),
            ]),
        }.ToJsonString(AsPublished);

    private static JsonObject Competency(int index)
    {
        var generic = index < 4;
        return new JsonObject
        {
            ["number"] = index + 1,
            ["code"] = generic ? $"G{index + 1:00}" : $"S{index - 3:00}",
            ["category"] = generic ? "generic" : "specific",
            ["title"] = $"Bidang Rekaan {index + 1}: Penataan & Pemeliharaan",
            ["description"] = Sentences($"Kemampuan menata hal rekaan ke-{index + 1}", 4),
            ["levels"] = new JsonArray([.. Enumerable.Range(1, 5).Select(level => (JsonNode)Level(index, level))]),
        };
    }

    private static JsonObject Level(int competency, int level)
    {
        // The rest that does not divide evenly goes to the first levels, so that levels differ in length.
        var place = competency * 5 + level - 1;
        var count = Fewest + (place < Indicators - Fewest * Levels ? 1 : 0);
        return new JsonObject
        {
            ["level"] = level,
            ["description"] = $"Mampu menata hal rekaan pada tingkat {level} [dasar/lanjut].",
            ["indicators"] = new JsonArray([
                .. Enumerable
                    .Range(1, count)
                    .Select(number =>
                        (JsonNode)Sentences($"{competency + 1}.{level}.{number} Mampu menerangkan \"hal\"", number)
                    ),
            ]),
        };
    }

    private static string Sentences(string beginning, int count) =>
        string.Join(
            ' ',
            Enumerable
                .Range(1, count)
                .Select(number =>
                    $"{beginning} bagian {number}, yaitu: aturan (termasuk <b>lampiran</b>), tata cara, dan "
                    + "contoh – baik lisan maupun tertulis – sesuai kebutuhan unit kerja;"
                )
        );
}
