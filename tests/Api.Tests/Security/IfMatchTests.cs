using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Api.Tests.Competencies;
using Pionir.Api.Tests.Trainings;
using Pionir.Application.Organization.Commands;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

/// <summary>Every edit that takes If-Match, at something that is there, by somebody who looked at it before it changed.</summary>
public sealed class IfMatchTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private const uint Stale = 4_294_967_290;

    /// <summary>Without If-Match they do what they are told: from what one saw in a list, or for a program.</summary>
    private static readonly string[] MayLookAway =
    [
        "ApproveTraining",
        "CancelInstitutionChange",
        "RemoveDocument",
        "RemoveSession",
        "ReportBudget",
    ];

    private static readonly byte[] Png =
    [
        0x89,
        .. "PNG\r\n\x1a\n\0\0\0\0IEND"u8,
        .. new byte[] { 0xAE, 0x42, 0x60, 0x82 },
    ];

    private readonly HttpClient everything = api.Client(TestUser.Everything);

    [Fact]
    public async Task OldVersion_IsRefused_ByEveryOperationThatTakesOne()
    {
        var edits = await EditsAsync();
        edits.Keys.Order(StringComparer.Ordinal).ShouldBe(TakeIfMatch);

        var answers = new Dictionary<string, string>();
        foreach (var (id, edit) in edits)
        {
            answers[id] = await SendAsync(edit, $"\"{Stale}\"");
        }

        answers
            .Where(answer => answer.Value is not ("412 request.stale_version" or "412 institution.stale"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutAVersion_NothingIsOverwrittenUnseen()
    {
        var answers = new Dictionary<string, string>();
        foreach (var (id, edit) in (await EditsAsync()).Where(edit => !MayLookAway.Contains(edit.Key)))
        {
            answers[id] = await SendAsync(edit, null);
        }

        answers.Where(answer => answer.Value != "400 request.if_match_required").ShouldBeEmpty();
    }

    private IEnumerable<string> TakeIfMatch =>
        api
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Where(endpoint =>
                endpoint
                    .Metadata.GetMetadata<MethodInfo>()
                    ?.GetParameters()
                    .Any(one => one.GetCustomAttribute<FromHeaderAttribute>()?.Name == "If-Match") == true
            )
            .Select(endpoint => MatrixFixture.Id(endpoint)!)
            .Order(StringComparer.Ordinal);

    private async Task<Dictionary<string, Edit>> EditsAsync()
    {
        var plan = $"trainings/{await api.AddTrainingAsync(state: "Draft")}";
        var training = await api.AddTrainingAsync(state: "Running");
        var participant = await api.AddParticipantAsync(training, "Confirmed");
        var session = await api.AddSessionAsync(training, TrainingFixture.Start);
        var submitted = await api.AddTrainingAsync(state: "Submitted");
        var document = await DocumentAsync(training);
        var template = await MadeAsync("certificate-templates", new { name = $"Sertifikat {training}" });
        var year = 2040 + await api.ScalarAsync<long>($"SELECT count(*) FROM number_series");
        var pattern = $"{{seq:0000}}/UJI-{year}/{{year}}";
        var series = await MadeAsync(
            "number-series",
            new
            {
                kind = "training",
                year,
                pattern,
            }
        );
        var item = await api.ScalarAsync<Guid>($"SELECT id FROM reference_items WHERE kind = {"JobFamilies"} LIMIT 1");
        var user = (await api.AccountAsync()).Id.Value;
        var title = $"Kamus {training}";
        (await api.ImportAsync(DictionaryFixture.Document(title), user: TestUser.Everything)).EnsureSuccessStatusCode();
        var code = await api.ScalarAsync<string>($"SELECT code FROM dictionary_versions WHERE title = {title}");
        var agreement = new Edit(
            "PUT",
            $"trainings/{training}/participants/{participant}/coaching",
            new
            {
                kind = "coaching",
                coachName = "Dr. Budi",
                goal = "Mampu memimpin rapat",
                agreedMeetings = 3,
            }
        );
        (await SendAsync(agreement, null)).ShouldStartWith("200");
        var (settings, planned) = await PlanSettingsAsync($"{training:N}");
        return new()
        {
            ["ApproveTraining"] = new("POST", $"trainings/{submitted}/approve", new { }),
            ["CancelInstitutionChange"] = new("DELETE", $"institution/versions/{planned}"),
            ["ChangeUserEmail"] = new("PUT", $"users/{user}/email", new { email = "baru@contoh.go.id" }),
            ["DecideRevision"] = new("POST", $"trainings/{training}/revision/decision", new { accept = true }),
            ["DiscardDictionary"] = new("DELETE", $"dictionaries/{code}/versions/1"),
            ["ProposeRevision"] = new(
                "POST",
                $"trainings/{training}/revision",
                new { competencies = Array.Empty<object>(), reason = "Kurikulum LAN berubah" }
            ),
            ["PublishCertificateTemplate"] = new("POST", $"certificate-templates/{template}/versions"),
            ["PublishDictionary"] = new(
                "POST",
                $"dictionaries/{code}/versions/1/publish",
                new { decreeNumber = "KEP-7/2026", decreeDate = "2026-03-01" }
            ),
            ["PublishJpRule"] = new(
                "POST",
                "jp-rules/diklat-teknis/versions",
                new
                {
                    values = new { basis = "byMinutes" },
                    validFrom = "2027-01-01",
                    citation = "Keputusan uji",
                    confirmed = true,
                    reason = "Peraturan baru",
                    fingerprint = "x",
                }
            ),
            ["RemoveDocument"] = new("DELETE", $"trainings/{training}/documents/{document}"),
            ["RemoveSession"] = new("DELETE", $"trainings/{training}/sessions/{session}"),
            ["ReportBudget"] = new("POST", $"trainings/{training}/budget", new { realisation = 1_000_000 }),
            ["RetireReferenceItem"] = new(
                "POST",
                $"reference-data/items/{item}/retire",
                new { lastDay = "2027-12-31", reason = "Tidak dipakai lagi" }
            ),
            ["SaveCoachingAgreement"] = agreement,
            ["SetUnitQuotas"] = new(
                "PUT",
                $"trainings/{training}/participants/unit-quotas",
                new { quotas = new[] { new { unitId = api.UnitA, places = 3 } } }
            ),
            ["UpdateCertificateTemplate"] = new(
                "PUT",
                $"certificate-templates/{template}",
                new { name = "Nama lain", document = await DocumentOfAsync(template) }
            ),
            ["UpdateCompletionRule"] = new(
                "PUT",
                $"trainings/{training}/completion/rule",
                new { minimumAttendancePercent = 80, evaluationRequired = false }
            ),
            ["UpdateInstitution"] = new("PUT", "institution", new { settings }),
            ["UpdateNumberSeries"] = new("PUT", $"number-series/{series}", new { pattern = "{seq:0000}/LAIN/{year}" }),
            ["UpdateReferenceData"] = new(
                "PUT",
                $"reference-data/items/{item}",
                new
                {
                    name = new { id = "Uji", en = "Test" },
                    values = new { },
                    validFrom = "2020-01-01",
                    confirmed = true,
                    position = 1,
                }
            ),
            ["UpdateSession"] = new("PUT", $"trainings/{training}/sessions/{session}", PlanningScene.Session()),
            ["UpdateTraining"] = new("PUT", plan, PlanningScene.Plan()),
            ["UploadInstitutionLogo"] = new("PUT", "institution/logo"),
        };
    }

    private async Task<Guid> DocumentAsync(Guid training)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(PlanningScene.Pdf), "file", "kak.pdf" },
            { new StringContent("tor"), "kind" },
        };
        return await MadeAsync($"trainings/{training}/documents", form);
    }

    private Task<Guid> MadeAsync(string path, object body) => MadeAsync(path, JsonContent.Create(body));

    private async Task<Guid> MadeAsync(string path, HttpContent content)
    {
        var made = await everything.PostAsync($"/api/v1/{path}", content);
        var text = await made.Content.ReadAsStringAsync();
        made.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text).Id("id");
    }

    /// <summary>Settings as they are, and the number of a change to come.</summary>
    private async Task<(JsonNode Settings, int Planned)> PlanSettingsAsync(string shortName)
    {
        var view = (await everything.GetFromJsonAsync<JsonNode>("/api/v1/institution"))!;
        var settings = view["settings"]!.DeepClone();
        settings["shortName"] = shortName;
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/institution");
        request.Content = JsonContent.Create(new { settings, effectiveFrom = "2027-01-01" });
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{view["version"]}\"");
        var answer = await everything.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (
            view["settings"]!,
            (await answer.Content.ReadFromJsonAsync<InstitutionUpdated>(ApiFixture.Json))!.Version
        );
    }

    private async Task<JsonElement> DocumentOfAsync(Guid template) =>
        (await api.GetAsync(TestUser.Everything, $"/certificate-templates/{template}")).GetProperty("document");

    /// <summary>The status and the code of a refusal.</summary>
    private async Task<string> SendAsync(Edit edit, string? seen)
    {
        using var request = new HttpRequestMessage(new HttpMethod(edit.Method), $"/api/v1/{edit.Path}");
        request.Content =
            edit.Path == "institution/logo"
                ? new MultipartFormDataContent { { new ByteArrayContent(Png), "file", "logo.png" } }
                : JsonContent.Create(edit.Body);
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        using var answer = await everything.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? $"{(int)answer.StatusCode}"
            : $"{(int)answer.StatusCode} {JsonSerializer.Deserialize<JsonElement>(text).Code()}";
    }

    private sealed record Edit(string Method, string Path, object? Body = null);
}
