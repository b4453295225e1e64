using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Competencies;

/// <summary>A small dictionary and the people who work on it.</summary>
internal static class DictionaryFixture
{
    public const string Address = "/api/v1/dictionaries";
    public static readonly TestUser Editor = TestUser.With(Permission.DictionaryEdit);
    public static readonly TestUser Approver = TestUser.With(Permission.DictionaryPublish);

    /// <param name="more">Changes the document before it is written.</param>
    public static string Document(string title, Action<JsonObject>? more = null)
    {
        var document = new JsonObject
        {
            ["title"] = title,
            ["source"] = "Disusun untuk uji",
            ["year"] = 2026,
            ["competencies"] = new JsonArray(
                Competency(1, "G01", "generic", "Penyusunan Kurikulum Pelatihan", "kurikulum"),
                Competency(2, "S01", "specific", "Pengelolaan Arsip", "arsip"),
                Competency(3, "M01", "managerial", "Integritas", "janji")
            ),
        };
        more?.Invoke(document);
        return document.ToJsonString();
    }

    public static async Task<HttpResponseMessage> ImportAsync(
        this ApiFixture api,
        string document,
        string? code = null,
        bool dryRun = false,
        TestUser? user = null
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(document)), "file", "kamus.json" },
            { new StringContent(dryRun ? "true" : "false"), "dryRun" },
        };
        if (code is not null)
        {
            form.Add(new StringContent(code), "code");
        }
        return await api.Client(user ?? Editor).PostAsync($"{Address}/import", form);
    }

    public static async Task<HttpResponseMessage> PublishAsync(
        this ApiFixture api,
        string code,
        int number,
        TestUser? user = null
    )
    {
        var client = api.Client(user ?? Approver);
        var view = await client.GetFromJsonAsync<JsonElement>($"{Address}/{code}/versions/{number}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/{code}/versions/{number}/publish");
        request.Content = JsonContent.Create(new { decreeNumber = "KEP-7/2026", decreeDate = "2026-03-01" });
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{view.GetProperty("edition").GetUInt32()}\"");
        return await client.SendAsync(request);
    }

    public static async Task<string?> CodeAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static JsonObject Competency(int number, string code, string category, string title, string thing) =>
        new()
        {
            ["number"] = number,
            ["code"] = code,
            ["category"] = category,
            ["title"] = title,
            ["description"] = $"Kemampuan mengurus {thing} di lingkungan instansi.",
            ["levels"] = new JsonArray([
                .. Enumerable
                    .Range(1, 5)
                    .Select(level =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["level"] = level,
                                ["description"] = $"Menguasai {thing} pada tingkat {level}.",
                                ["indicators"] = new JsonArray(
                                    $"Mampu menerangkan {thing} dengan \"tepat\" <b>&</b>;",
                                    $"Mampu memperbaiki {thing} tingkat {level}."
                                ),
                            }
                    ),
            ]),
        };
}
