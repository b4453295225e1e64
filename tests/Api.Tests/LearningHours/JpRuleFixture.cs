using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

public sealed class JpRuleFixture : TrainingFixture
{
    public static readonly TestUser Admin = TestUser.With(Permission.ReferenceDataManage);
    public static readonly TestUser Anybody = TestUser.With();

    public async Task<Guid> TrainingAsync(string form, DateOnly start, int days, int minutes, string state = "Open")
    {
        var training = await AddTrainingAsync(state: state, start: start, days: days);
        await SqlAsync($"UPDATE trainings SET form = {form} WHERE id = {training}");
        for (var day = 0; day < days; day++)
            await AddSessionAsync(training, start.AddDays(day), minutes);
        return training;
    }

    public static Dictionary<string, object?> Draft(object values, string from, string citation = "Keputusan uji") =>
        new()
        {
            ["values"] = values,
            ["validFrom"] = from,
            ["citation"] = citation,
            ["confirmed"] = true,
        };

    public static string Query(Dictionary<string, object?> draft) =>
        string.Join(
            '&',
            JsonSerializer
                .SerializeToElement(draft["values"])
                .EnumerateObject()
                .Select(value => $"{value.Name}={value.Value}")
                .Append($"validFrom={draft["validFrom"]}")
                .Append($"citation={Uri.EscapeDataString((string)draft["citation"]!)}")
                .Append("confirmed=true")
        );

    public Task<JsonElement> PreviewAsync(string form, Dictionary<string, object?> draft) =>
        GetAsync(Admin, $"/jp-rules/{form}/preview?{Query(draft)}");

    public async Task<HttpResponseMessage> PublishAsync(
        string form,
        Dictionary<string, object?> draft,
        JsonElement? seen = null,
        TestUser? by = null
    )
    {
        var preview = seen ?? await PreviewAsync(form, draft);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/jp-rules/{form}/versions");
        request.Content = JsonContent.Create(
            new Dictionary<string, object?>(draft)
            {
                ["reason"] = "Peraturan baru",
                ["fingerprint"] = preview.GetProperty("fingerprint").GetString(),
            }
        );
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{preview.GetProperty("edition").GetInt32()}\"");
        return await Client(by ?? Admin).SendAsync(request);
    }

    public static JsonElement Row(JsonElement list, string code) =>
        list.GetProperty("rules").EnumerateArray().Single(row => row.GetProperty("code").GetString() == code);

    public static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
