using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pionir.Tests.Common;
using static Pionir.Api.Tests.Competencies.DictionaryFixture;

namespace Pionir.Api.Tests.Competencies;

public sealed class DictionaryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Import_ComesInWhole_AndGoesOutEqual()
    {
        var document = Document("Kamus Bolak Balik");

        var result = await (await api.ImportAsync(document)).Content.ReadFromJsonAsync<JsonElement>();
        var export = await api.Client(Editor).GetStringAsync($"{Address}/kamus-bolak-balik/versions/1/export");

        Count(result).ShouldBe((3, 15, 30));
        JsonNode.DeepEquals(JsonNode.Parse(export), JsonNode.Parse(document)).ShouldBeTrue();
    }

    [Fact]
    public async Task Import_OfADictionaryOfRealSize_ComesInWhole_AndGoesOutEqualToTheByte()
    {
        var document = LargeDictionary.Text();

        var result = await (await api.ImportAsync(document, "teknis-rekaan")).Content.ReadFromJsonAsync<JsonElement>();
        var export = await api.Client(Editor).GetStringAsync($"{Address}/teknis-rekaan/versions/1/export");

        Count(result).ShouldBe((LargeDictionary.Titles, LargeDictionary.Levels, LargeDictionary.Indicators));
        export.Trim().ShouldBe(document.Trim());
    }

    [Fact]
    public async Task Example_IsADictionaryThatComesIn()
    {
        var example = await api.Client(Editor).GetStringAsync($"{Address}/example");

        var result = await (await api.ImportAsync(example, "contoh")).Content.ReadFromJsonAsync<JsonElement>();

        result.GetProperty("competencies").GetInt32().ShouldBe(17);
        (await api.Client().GetAsync($"{Address}/example")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Export_AsATable_ComesBackInEqual(string format)
    {
        var document = Document($"Kamus Tabel {format}");
        await api.ImportAsync(document);
        var table = await api.Client(Editor)
            .GetByteArrayAsync($"{Address}/kamus-tabel-{format}/versions/1/export?format={format}");

        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(table), "file", $"kamus.{format}" },
            { new StringContent($"Kamus Tabel Kedua {format}"), "title" },
            { new StringContent("Disusun untuk uji"), "source" },
        };
        var second = await api.Client(Editor).PostAsync($"{Address}/import", form);

        second.StatusCode.ShouldBe(HttpStatusCode.OK, await second.Content.ReadAsStringAsync());
        var export = await api.Client(Editor).GetStringAsync($"{Address}/kamus-tabel-kedua-{format}/versions/1/export");
        JsonNode
            .DeepEquals(JsonNode.Parse(export)!["competencies"], JsonNode.Parse(document)!["competencies"])
            .ShouldBeTrue(export);
    }

    [Fact]
    public async Task Import_DryRun_ComparesAndKeepsNothing()
    {
        await api.ImportAsync(Document("Kamus Kering"));
        var changed = Document(
            "Kamus Kering",
            document =>
            {
                document["competencies"]![0]!["title"] = "Penyusunan Kurikulum";
                document["competencies"]![1]!["code"] = "S09";
                document["competencies"]![1]!["title"] = "Penilaian";
            }
        );

        var result = await (await api.ImportAsync(changed, dryRun: true)).Content.ReadFromJsonAsync<JsonElement>();

        result.GetProperty("number").GetInt32().ShouldBe(2);
        var comparison = result.GetProperty("comparison");
        Codes(comparison, "renamed").ShouldBe(["G01"]);
        Codes(comparison, "added").ShouldBe(["S09"]);
        Codes(comparison, "gone").ShouldBe(["S01"]);
        Codes(comparison, "kept").ShouldBe(["M01"]);
        result.GetProperty("warnings").GetArrayLength().ShouldBe(3);
        var missing = await api.Client(Editor).GetAsync($"{Address}/kamus-kering/versions/2");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Publish_NeedsSomebodyElse_AndPutsTheOldVersionAside()
    {
        var both = TestUser.With(
            Domain.Identity.Permission.DictionaryEdit,
            Domain.Identity.Permission.DictionaryPublish
        );
        await api.ImportAsync(Document("Kamus Terbit"), user: both);
        (await (await api.PublishAsync("kamus-terbit", 1, both)).CodeAsync()).ShouldBe("dictionary.drafter_publishes");
        (await api.PublishAsync("kamus-terbit", 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await api.ImportAsync(Document("Kamus Terbit"));
        (await (await api.ImportAsync(Document("Kamus Terbit"))).CodeAsync()).ShouldBe("dictionary.already_drafted");

        (await api.PublishAsync("kamus-terbit", 2)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var current = await api.Client().GetFromJsonAsync<JsonElement>($"{Address}/kamus-terbit");
        current.GetProperty("number").GetInt32().ShouldBe(2);
        var old = await api.Client().GetFromJsonAsync<JsonElement>($"{Address}/kamus-terbit/versions/1");
        old.GetProperty("state").GetString().ShouldBe("superseded");
        Ids(old).ShouldBe(Ids(current));
    }

    [Fact]
    public async Task Published_IsPublicCacheableAndStable_DraftsAreNot()
    {
        await api.ImportAsync(Document("Kamus Umum"));
        var level = $"{Address}/kamus-umum/versions/1/competencies/G01/levels/3";
        (await api.Client().GetAsync(level)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await api.PublishAsync("kamus-umum", 1);

        var first = await api.Client().GetAsync(level);
        var view = await first.Content.ReadFromJsonAsync<JsonElement>();
        using var again = new HttpRequestMessage(HttpMethod.Get, level);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());

        first.Headers.CacheControl!.Public.ShouldBeTrue();
        view.GetProperty("levels")[0].GetProperty("name").GetProperty("id").GetString().ShouldBe("Menengah");
        view.GetProperty("levels")[0].GetProperty("indicators").GetArrayLength().ShouldBe(2);
        (await api.Client().SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await api.Client().GetAsync($"{Address}/kamus-umum/versions/1/competencies/G01/levels/6")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Published_Content_CannotBeChangedEvenBySql()
    {
        await api.ImportAsync(Document("Kamus Beku"));
        await api.PublishAsync("kamus-beku", 1);

        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            api.SqlAsync(
                $"""
                UPDATE competency_indicators SET text = 'lain' WHERE level_id IN (
                    SELECT l.id FROM competency_levels l JOIN competency_entries e ON e.id = l.entry_id
                    JOIN dictionary_versions v ON v.id = e.version_id WHERE v.code = 'kamus-beku')
                """
            )
        );

        refused.SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task Discard_TakesADraftWithAllItsContent()
    {
        await api.ImportAsync(Document("Kamus Buang"));
        var client = api.Client(Editor);
        var view = await client.GetFromJsonAsync<JsonElement>($"{Address}/kamus-buang/versions/1");
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Address}/kamus-buang/versions/1");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{view.GetProperty("edition").GetUInt32()}\"");

        (await client.DeleteAsync($"{Address}/kamus-buang/versions/1")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await api.ImportAsync(Document("Kamus Buang"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData("{", "dictionary.file_unreadable")]
    [InlineData("[]", "dictionary.file_unreadable")]
    [InlineData("""{"title":5}""", "dictionary.file_unreadable")]
    [InlineData("""{"title":"Kosong"}""", "dictionary.competency_count")]
    [InlineData("""{"title":"Lubang","competencies":[null]}""", "dictionary.category_unknown")]
    [InlineData("""{"title":"Lubang","competencies":[{"category":"7"}]}""", "dictionary.category_unknown")]
    public async Task Import_OfABrokenFile_IsABadRequest(string document, string code)
    {
        var response = await api.ImportAsync(document, "rusak");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Import_IsForEditors_AndPublishingForApprovers()
    {
        (await api.ImportAsync(Document("Kamus Lain"), user: Approver)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await api.ImportAsync(Document("Kamus Hak"));
        (await api.PublishAsync("kamus-hak", 1, Editor)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var names = await api.Client().GetStringAsync(Address);
        names.ShouldNotContain("kamus-hak");
    }

    private static (int, int, int) Count(JsonElement result) =>
        (
            result.GetProperty("competencies").GetInt32(),
            result.GetProperty("levels").GetInt32(),
            result.GetProperty("indicators").GetInt32()
        );

    private static IEnumerable<string?> Codes(JsonElement comparison, string name) =>
        comparison.GetProperty(name).EnumerateArray().Select(code => code.GetString());

    private static List<Guid> Ids(JsonElement dictionary) =>
        [
            .. dictionary
                .GetProperty("competencies")
                .EnumerateArray()
                .Select(found => found.GetProperty("competencyId").GetGuid()),
        ];
}
