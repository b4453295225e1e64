using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

public sealed class JpRuleTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly TestUser Admin = TestUser.With(Permission.ReferenceDataManage);
    private static readonly TestUser Anybody = TestUser.With();

    [Fact]
    public async Task List_ShowsHowEachFormCounts_ToEverybodySignedIn()
    {
        var list = await api.GetAsync(Anybody, "/jp-rules?on=2026-03-02");

        list.GetProperty("rules").GetArrayLength().ShouldBe(26);
        list.GetProperty("canChange").GetBoolean().ShouldBeFalse();
        var coaching = Row(list, "coaching");
        coaching.GetProperty("rule").GetProperty("values").GetProperty("meetingsPerMonth").GetInt32().ShouldBe(2);
        coaching.GetProperty("rule").GetProperty("confirmed").GetBoolean().ShouldBeFalse();
        Row(list, "pendidikan-formal").GetProperty("rule").GetProperty("version").GetString().ShouldBe("default");
        await api.GetAsync(null, "/jp-rules", 401);
        await api.GetAsync(Anybody, "/jp-rules/tidak-ada", 404);
    }

    [Fact]
    public async Task Calculation_ShowsEachStep_WhatWasCutAndThatTheRuleIsUnconfirmed()
    {
        var counted = await api.PostAsync(
            Anybody,
            "/jp/calculation",
            new
            {
                form = "e-learning",
                meetings = new[] { new { on = "2026-03-02", minutes = 300 }, new { on = "2026-03-03", minutes = 90 } },
            }
        );

        counted.GetProperty("jp").GetInt32().ShouldBe(5);
        counted.GetProperty("steps").GetArrayLength().ShouldBe(3);
        counted.GetProperty("limits")[0].GetProperty("from").GetInt32().ShouldBe(6);
        counted.GetProperty("rule").GetProperty("confirmed").GetBoolean().ShouldBeFalse();
        counted.GetProperty("rule").GetProperty("citation").GetString()!.ShouldContain("10/2018");
    }

    [Fact]
    public async Task Calculation_IsByTheRuleOfTheLastDay_AndKnowsNoRuleOfUnknownForms()
    {
        (
            await PublishAsync("penataran", Draft(new { basis = "byMinutes", capPerDay = 4 }, "2026-07-01"))
        ).IsSuccessStatusCode.ShouldBeTrue();

        (await CountAsync("2026-06-30")).ShouldBe(8);
        (await CountAsync("2026-07-01")).ShouldBe(4);
        await api.PostAsync(Anybody, "/jp/calculation", new { form = "tidak-ada" }, 404);
        await api.PostAsync(Anybody, "/jp/calculation", new { form = "coaching", programmeJp = -1 }, 400);

        async Task<int> CountAsync(string on) =>
            (
                await api.PostAsync(
                    Anybody,
                    "/jp/calculation",
                    new { form = "penataran", meetings = new[] { new { on, minutes = 360 } } }
                )
            )
                .GetProperty("jp")
                .GetInt32();
    }

    [Fact]
    public async Task Preview_CountsTrainingsPeopleAndJp_AndChangesNothing()
    {
        var met = await TrainingAsync("kursus", new(2026, 5, 4), 2, 360);
        var free = await TrainingAsync("kursus", new(2026, 6, 1), 1, 90);
        var programme = await TrainingAsync("kursus", new(2026, 6, 8), 1, 360);
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 20 WHERE id = {programme}");
        await TrainingAsync("kursus", new(2026, 3, 30), 1, 360);
        var person = await api.AddEmployeeAsync();
        await api.AddParticipantAsync(met, "Confirmed", person);
        await api.AddParticipantAsync(met, "Confirmed");
        await api.AddParticipantAsync(met, "Invited");
        await api.AddParticipantAsync(free, "Confirmed", person);

        var draft = Draft(new { basis = "byMinutes", capPerDay = 5 }, "2026-05-01");
        var preview = await PreviewAsync("kursus", draft);

        preview.GetProperty("checked").GetInt32().ShouldBe(3);
        preview.GetProperty("trainings").GetProperty("total").GetInt32().ShouldBe(1);
        var row = preview.GetProperty("trainings").GetProperty("items")[0];
        row.Id("id").ShouldBe(met);
        (row.GetProperty("before").GetInt32(), row.GetProperty("after").GetInt32()).ShouldBe((16, 10));
        preview.GetProperty("people").GetInt32().ShouldBe(2);
        (preview.GetProperty("jpBefore").GetInt32(), preview.GetProperty("jpAfter").GetInt32()).ShouldBe((32, 20));
        preview.GetProperty("obstacle").ValueKind.ShouldBe(JsonValueKind.Null);
        var people = await api.GetAsync(Admin, $"/jp-rules/kursus/preview/people?{Query(draft)}&size=1&page=2");
        people.GetProperty("total").GetInt32().ShouldBe(2);
        people.GetProperty("items").GetArrayLength().ShouldBe(1);
        var file = await api.Client(Admin)
            .GetStringAsync($"/api/v1/jp-rules/kursus/preview/people/export?{Query(draft)}&format=csv");
        file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        (await api.GetAsync(Admin, "/jp-rules/kursus")).GetProperty("versions").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Publish_EndsTheRuleBefore_KeepsReasonAndHistory()
    {
        var before = (await api.GetAsync(Admin, "/jp-rules/workshop")).GetProperty("edition").GetInt32();

        var answer = await PublishAsync(
            "workshop",
            Draft(new { basis = "byMinutes", capPerDay = 8 }, "2026-08-01", citation: "Keputusan 12/2026 Pasal 3")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.Tag.ShouldBe($"\"{before + 2}\"");
        var detail = await api.GetAsync(Anybody, "/jp-rules/workshop");
        var versions = detail.GetProperty("versions");
        versions[0].GetProperty("state").GetString().ShouldBe("planned");
        versions[0].GetProperty("wordings")[0].GetProperty("reason").GetString().ShouldBe("Peraturan baru");
        versions[1].GetProperty("rule").GetProperty("validTo").GetString().ShouldBe("2026-07-31");
        Row(await api.GetAsync(Anybody, "/jp-rules?on=2026-03-02"), "workshop")
            .GetProperty("next")
            .GetString()
            .ShouldBe("2026-08-01");
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM audit_entries WHERE action = 'PublishJpRule' AND reason = 'Peraturan baru' AND subject_name = 'workshop'"
            )
        ).ShouldBe(2);
    }

    [Fact]
    public async Task Publish_BeforeSomethingPosted_IsRefused_AndTheEntryKeepsItsRule()
    {
        var training = await TrainingAsync("seminar", new(2026, 2, 23), 1, 450, "Running");
        var person = await api.AddEmployeeAsync();
        var participant = await api.AddParticipantAsync(training, "Confirmed", person);
        await api.SqlAsync($"UPDATE trainings SET minimum_attendance_percent = 0 WHERE id = {training}");
        await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { });
        var draft = Draft(new { basis = "byMinutes", capPerDay = 6 }, "2026-02-01");

        var preview = await PreviewAsync("seminar", draft);
        var refused = await PublishAsync("seminar", draft);
        var later = await PublishAsync("seminar", Draft(new { basis = "byMinutes", capPerDay = 6 }, "2026-02-24"));

        preview.GetProperty("obstacle").GetString().ShouldBe("reachesBack");
        preview.GetProperty("kept").GetProperty("entries").GetInt32().ShouldBe(1);
        preview.GetProperty("earliest").GetString().ShouldBe("2026-02-24");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("24 Februari 2026");
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
        participant.ShouldNotBe(Guid.Empty);
        var statement = await api.GetAsync(TestUser.With().As(person), "/jp/statement");
        var entry = statement.GetProperty("entries")[0];
        entry.GetProperty("jp").GetInt32().ShouldBe(10);
        entry.GetProperty("rule").GetProperty("code").GetString().ShouldBe("seminar");
        entry.GetProperty("rule").GetProperty("citation").GetString().ShouldBe("1 JP = 45 menit");
        var versions = (await api.GetAsync(Anybody, "/jp-rules/seminar")).GetProperty("versions");
        versions[1].GetProperty("use").GetProperty("entries").GetInt32().ShouldBe(1);
        versions[1].GetProperty("use").GetProperty("trainings").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Confirming_TheRuleThatHolds_CorrectsItInPlace()
    {
        var rule = (await api.GetAsync(Admin, "/jp-rules/mentoring")).GetProperty("current");
        var draft = Draft(
            new
            {
                basis = "perMeeting",
                jp = 2,
                meetingsPerMonth = 2,
            },
            rule.GetProperty("validFrom").GetString()!,
            citation: "Peraturan LAN 10/2018 Lampiran II angka 2"
        );

        (await PreviewAsync("mentoring", draft)).GetProperty("corrects").GetBoolean().ShouldBeTrue();
        (await PublishAsync("mentoring", draft)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var versions = (await api.GetAsync(Admin, "/jp-rules/mentoring")).GetProperty("versions");
        versions.GetArrayLength().ShouldBe(1);
        versions[0].GetProperty("rule").GetProperty("confirmed").GetBoolean().ShouldBeTrue();
        versions[0].GetProperty("wordings").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Publish_AfterATrainingChanged_IsRefused_UntilItIsLookedAtAgain()
    {
        var draft = Draft(new { basis = "byMinutes", capPerDay = 2 }, "2026-09-01");
        var seen = await PreviewAsync("bimbingan-teknis", draft);
        await TrainingAsync("bimbingan-teknis", new(2026, 9, 14), 1, 360);

        var refused = await PublishAsync("bimbingan-teknis", draft, seen);
        var again = await PublishAsync("bimbingan-teknis", draft);

        (await CodeAsync(refused)).ShouldBe("jp_rule.preview_outdated");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Publish_SomethingElseThanWasPreviewed_OrNothing_IsRefused()
    {
        var seen = await PreviewAsync("magang", Draft(new { basis = "perActivity", jp = 24 }, "2026-09-01"));

        (
            await CodeAsync(
                await PublishAsync("magang", Draft(new { basis = "perActivity", jp = 30 }, "2026-09-01"), seen)
            )
        ).ShouldBe("jp_rule.preview_outdated");
        (
            await CodeAsync(
                await PublishAsync("diklat-teknis", Draft(new { basis = "byMinutes" }, "2026-09-01", "1 JP = 45 menit"))
            )
        ).ShouldBe("jp_rule.nothing_differs");
        await api.GetAsync(
            Admin,
            $"/jp-rules/magang/preview?{Query(Draft(new { basis = "perActivity" }, "2026-09-01"))}",
            400
        );
        await api.GetAsync(Admin, "/jp-rules/magang/preview?basis=byWeek&validFrom=2026-09-01", 400);
        await api.GetAsync(
            Admin,
            $"/jp-rules/x/preview?{Query(Draft(new { basis = "byMinutes" }, "2026-09-01"))}",
            404
        );
    }

    [Fact]
    public async Task Publish_ByManyAtOnce_OneWins_AndTheOthersSeeWhatChanged()
    {
        var draft = Draft(new { basis = "byMinutes", capPerDay = 7 }, "2026-10-01");
        var seen = await PreviewAsync("sosialisasi", draft);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PublishAsync("sosialisasi", draft, seen)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(5);
    }

    [Fact]
    public async Task Change_IsForWhoKeepsReferenceData()
    {
        var draft = Draft(new { basis = "byMinutes" }, "2026-09-01");
        var officer = TestUser.With(Permission.TrainingsPlan, Permission.JpRead);

        await api.GetAsync(officer, $"/jp-rules/coaching/preview?{Query(draft)}", 403);
        await api.GetAsync(officer, $"/jp-rules/coaching/preview/people?{Query(draft)}", 403);
        (await PublishAsync("coaching", draft, await PreviewAsync("coaching", draft), officer)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task ByProgramme_IsWhatTheCurriculumSays_WithTheInternationalFactorOfTheRule()
    {
        var training = await TrainingAsync("pelatihan-jarak-jauh", new(2026, 2, 23), 1, 90, "Running");
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 32, country = 'SG' WHERE id = {training}");

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");

        view.GetProperty("jp").GetInt32().ShouldBe(38);
        JpRuleVersion.Parse(view.GetProperty("jpRuleVersion").GetString()!).ShouldNotBeNull();
    }

    private async Task<Guid> TrainingAsync(string form, DateOnly start, int days, int minutes, string state = "Open")
    {
        var training = await api.AddTrainingAsync(state: state, start: start, days: days);
        await api.SqlAsync($"UPDATE trainings SET form = {form} WHERE id = {training}");
        for (var day = 0; day < days; day++)
            await api.AddSessionAsync(training, start.AddDays(day), minutes);
        return training;
    }

    private static Dictionary<string, object?> Draft(object values, string from, string citation = "Keputusan uji") =>
        new()
        {
            ["values"] = values,
            ["validFrom"] = from,
            ["citation"] = citation,
            ["confirmed"] = true,
        };

    private static string Query(Dictionary<string, object?> draft) =>
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

    private Task<JsonElement> PreviewAsync(string form, Dictionary<string, object?> draft) =>
        api.GetAsync(Admin, $"/jp-rules/{form}/preview?{Query(draft)}");

    private async Task<HttpResponseMessage> PublishAsync(
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
        return await api.Client(by ?? Admin).SendAsync(request);
    }

    private static JsonElement Row(JsonElement list, string code) =>
        list.GetProperty("rules").EnumerateArray().Single(row => row.GetProperty("code").GetString() == code);

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
