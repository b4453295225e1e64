using System.Net;
using System.Text.Json;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;
using static Pionir.Api.Tests.LearningHours.JpRuleFixture;

namespace Pionir.Api.Tests.LearningHours;

public sealed class JpRuleChangeTests(JpRuleFixture api) : IClassFixture<JpRuleFixture>
{
    [Fact]
    public async Task Preview_CountsTrainingsPeopleAndJp_AndChangesNothing()
    {
        var met = await api.TrainingAsync("kursus", new(2026, 5, 4), 2, 360);
        var free = await api.TrainingAsync("kursus", new(2026, 6, 1), 1, 90);
        var programme = await api.TrainingAsync("kursus", new(2026, 6, 8), 1, 360);
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 20 WHERE id = {programme}");
        await api.TrainingAsync("kursus", new(2026, 3, 30), 1, 360);
        var person = await api.AddEmployeeAsync();
        await api.AddParticipantAsync(met, "Confirmed", person);
        await api.AddParticipantAsync(met, "Confirmed");
        await api.AddParticipantAsync(met, "Invited");
        await api.AddParticipantAsync(free, "Confirmed", person);

        var draft = Draft(new { basis = "byMinutes", capPerDay = 5 }, "2026-05-01");
        var preview = await api.PreviewAsync("kursus", draft);

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
    public async Task Publish_ChangesWhatTrainingsAheadSayTheyGive()
    {
        var before = await api.TrainingAsync("penataran", new(2026, 10, 5), 1, 360);
        var ahead = await api.TrainingAsync("penataran", new(2026, 11, 2), 1, 360);
        var completed = await api.TrainingAsync("penataran", new(2026, 11, 2), 1, 360, "Completed");

        await api.PublishAsync("penataran", Draft(new { basis = "byMinutes", capPerDay = 4 }, "2026-11-01"));

        foreach (var (training, jp) in new[] { (before, 8), (ahead, 4), (completed, 8) })
            (await api.GetAsync(api.Officer, $"/trainings/{training}")).GetProperty("jp").GetInt32().ShouldBe(jp);
    }

    [Fact]
    public async Task Publish_EndsTheRuleBefore_KeepsReasonAndHistory()
    {
        var before = (await api.GetAsync(Admin, "/jp-rules/workshop")).GetProperty("edition").GetInt32();

        var answer = await api.PublishAsync(
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
        var training = await api.TrainingAsync("seminar", new(2026, 2, 23), 1, 450, "Running");
        var person = await api.AddEmployeeAsync();
        var participant = await api.AddParticipantAsync(training, "Confirmed", person);
        await api.SqlAsync($"UPDATE trainings SET minimum_attendance_percent = 0 WHERE id = {training}");
        await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { });
        var draft = Draft(new { basis = "byMinutes", capPerDay = 6 }, "2026-02-01");

        var preview = await api.PreviewAsync("seminar", draft);
        var refused = await api.PublishAsync("seminar", draft);
        var later = await api.PublishAsync("seminar", Draft(new { basis = "byMinutes", capPerDay = 6 }, "2026-02-24"));

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

        (await api.PreviewAsync("mentoring", draft)).GetProperty("corrects").GetBoolean().ShouldBeTrue();
        (await api.PublishAsync("mentoring", draft)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var versions = (await api.GetAsync(Admin, "/jp-rules/mentoring")).GetProperty("versions");
        versions.GetArrayLength().ShouldBe(1);
        versions[0].GetProperty("rule").GetProperty("confirmed").GetBoolean().ShouldBeTrue();
        versions[0].GetProperty("wordings").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Publish_AfterATrainingChanged_IsRefused_UntilItIsLookedAtAgain()
    {
        var draft = Draft(new { basis = "byMinutes", capPerDay = 2 }, "2026-09-01");
        var seen = await api.PreviewAsync("bimbingan-teknis", draft);
        await api.TrainingAsync("bimbingan-teknis", new(2026, 9, 14), 1, 360);

        var refused = await api.PublishAsync("bimbingan-teknis", draft, seen);
        var again = await api.PublishAsync("bimbingan-teknis", draft);

        (await CodeAsync(refused)).ShouldBe("jp_rule.preview_outdated");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Publish_SomethingElseThanWasPreviewed_OrNothing_IsRefused()
    {
        var seen = await api.PreviewAsync("magang", Draft(new { basis = "perActivity", jp = 24 }, "2026-09-01"));

        (
            await CodeAsync(
                await api.PublishAsync("magang", Draft(new { basis = "perActivity", jp = 30 }, "2026-09-01"), seen)
            )
        ).ShouldBe("jp_rule.preview_outdated");
        (
            await CodeAsync(
                await api.PublishAsync(
                    "diklat-teknis",
                    Draft(new { basis = "byMinutes" }, "2026-09-01", "1 JP = 45 menit")
                )
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
        var seen = await api.PreviewAsync("sosialisasi", draft);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => api.PublishAsync("sosialisasi", draft, seen))
        );

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
        (
            await api.PublishAsync("coaching", draft, await api.PreviewAsync("coaching", draft), officer)
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
