using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

public sealed class CompletionTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    /// <summary>Its sessions were over when the clock of the test begins.</summary>
    private static readonly DateOnly Day = new(2026, 2, 23);

    [Fact]
    public async Task Completion_PassesByTheRule_AndPostsJp()
    {
        var (training, present, absent) = await SceneAsync();

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        view.GetProperty("willPass").GetInt32().ShouldBe(1);
        view.GetProperty("willFail").GetInt32().ShouldBe(1);
        var done = await CompleteAsync(training);

        done.GetProperty("passed").GetInt32().ShouldBe(1);
        done.GetProperty("jp").GetInt32().ShouldBe(10);
        done.GetProperty("posted").GetInt32().ShouldBe(1);
        (await api.StateAsync(present)).ShouldBe("Passed");
        (await api.StateAsync(absent)).ShouldBe("Failed");
        (await JpAsync(training)).ShouldBe(10);
    }

    [Fact]
    public async Task Completion_FromTwoWindows_HappensOnce_AndTheOtherIsTold()
    {
        var (training, _, _) = await SceneAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async _ =>
                {
                    var response = await api.Client(api.Officer)
                        .PostAsync($"/api/v1/trainings/{training}/complete", null);
                    var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
                    return response.IsSuccessStatusCode ? "done" : body.Code();
                })
        );
        answers.Count(answer => answer == "done").ShouldBe(1, string.Join(", ", answers));
        answers.Count(answer => answer == "completion.already_completed").ShouldBe(5);
        (await JpAsync(training)).ShouldBe(10);
    }

    [Fact]
    public async Task Reopening_TakesJpBack_AndCompletingAgainPostsThemOnce()
    {
        var (training, present, absent) = await SceneAsync();
        await CompleteAsync(training);

        var reopened = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/reopen",
            new { reason = "Kehadiran satu sesi keliru" }
        );

        reopened.GetProperty("reversed").GetInt32().ShouldBe(1);
        (await JpAsync(training)).ShouldBe(0);
        (await api.StateAsync(present)).ShouldBe("Attended");
        (await api.StateAsync(absent)).ShouldBe("Confirmed");
        await CompleteAsync(training);
        (await JpAsync(training)).ShouldBe(10);
    }

    [Theory]
    [InlineData("SelfManaged", 422)]
    [InlineData("SentOut", 200)]
    public async Task OrganisersCertificate_IsTakenOnlyWhereSomebodyElseGivesIt(string scheme, int status)
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Day, scheme: scheme);
        var participant = await api.AddParticipantAsync(training, "Confirmed");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("%PDF-1.4\n%%EOF"u8.ToArray()), "file", "sertifikat.pdf" },
        };

        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/participants/{participant}/certificate", form);

        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        if (status != 200)
            JsonSerializer.Deserialize<JsonElement>(text).Code().ShouldBe("participant.certificate_issued_here");
    }

    [Fact]
    public async Task Reopening_WithoutAReason_IsRefused()
    {
        var (training, _, _) = await SceneAsync();
        await CompleteAsync(training);
        await api.PostAsync(api.Officer, $"/trainings/{training}/reopen", new { reason = "" }, 400);
        (await api.PostAsync(api.Officer, $"/trainings/{training}/reopen", new { reason = "a         " }, 400))
            .GetProperty("errors")[0]
            .GetProperty("code")
            .GetString()
            .ShouldBe("field.length");
    }

    [Fact]
    public async Task AfterCompletion_WhatItGave_DoesNotFollowTheRules()
    {
        var (training, _, _) = await SceneAsync();
        await CompleteAsync(training);

        // As a rule that was changed since would count it.
        await api.SqlAsync(
            $"UPDATE sessions SET ends_at = ends_at + interval '2 hours' WHERE training_id = {training}"
        );

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        view.GetProperty("jp").GetInt32().ShouldBe(10);
        var certified = await api.ScopeAsync(services =>
            services.GetRequiredService<ICertificateCandidates>().FindTrainingAsync(training, CancellationToken.None)
        );
        certified!.Jp.ShouldBe(10);
    }

    [Fact]
    public async Task CertificateCandidate_HasTheNumberUnderTheNameThatTheInstitutionGivesIt()
    {
        var training = await api.AddTrainingAsync(state: "Completed", start: Day);
        var participant = await api.AddParticipantAsync(training, "Passed");
        var admin = api.Client(TestUser.With(Permission.InstitutionManage));
        var seen = (await admin.GetFromJsonAsync<JsonObject>("/api/v1/institution"))!;
        foreach (var kind in seen["settings"]!["identityKinds"]!.AsArray())
            kind!["name"]!["id"] = "Nomor induk";
        using var change = new HttpRequestMessage(HttpMethod.Put, "/api/v1/institution");
        change.Content = JsonContent.Create(new { settings = seen["settings"] });
        change.Headers.TryAddWithoutValidation("If-Match", $"\"{seen["version"]}\"");

        (await admin.SendAsync(change)).EnsureSuccessStatusCode();

        var candidates = await api.ScopeAsync(services =>
            services.GetRequiredService<ICertificateCandidates>().ListAsync(training, null, CancellationToken.None)
        );
        var candidate = candidates.ShouldHaveSingleItem();
        (candidate.ParticipantId, candidate.IdentityLabel).ShouldBe((participant, "Nomor induk"));
    }

    [Fact]
    public async Task Completion_WhileTheTrainingLasts_IsRefused()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 3, 2), scheme: "SentOut");
        await api.AddParticipantAsync(training, "Confirmed");
        (await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { }, 422))
            .Code()
            .ShouldBe("completion.training_not_over");
        var view = await api.GetAsync(api.Officer, $"/trainings/{training}");
        view.GetProperty("nextStep").GetProperty("notBefore").GetString().ShouldBe("2026-03-05");
        view.GetProperty("abilities").GetProperty("canComplete").GetBoolean().ShouldBeFalse();
        var completion = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        completion.GetProperty("canComplete").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Completion_BeforeTheLastSessionIsOver_IsRefused()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 3, 2));
        await api.AddSessionAsync(training, new DateOnly(2026, 3, 2));
        await api.AddParticipantAsync(training, "Confirmed");
        (await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { }, 422))
            .Code()
            .ShouldBe("completion.sessions_not_over");
    }

    [Fact]
    public async Task Completion_WithoutAnybody_IsRefused()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Day);
        (await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { }, 422))
            .Code()
            .ShouldBe("completion.nobody_took_part");
    }

    [Fact]
    public async Task OurOwnWithoutSessions_PassesPeopleOnlyWithAReason_WhichTheHistoryKeeps()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Day);
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 12 WHERE id = {training}");
        await api.AddParticipantAsync(training, "Confirmed");
        const string why = "Tugas mandiri diperiksa pengajar";

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        var refused = await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { }, 400);
        await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { reason = "ya" }, 400);
        (await JpAsync(training)).ShouldBe(0);
        await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { reason = why });

        view.GetProperty("unmeasured").GetInt32().ShouldBe(1);
        view.GetProperty("people")
            .GetProperty("items")[0]
            .GetProperty("criteria")[0]
            .GetProperty("actual")
            .ValueKind.ShouldBe(JsonValueKind.Null);
        refused.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("completion.nothing_measured");
        (await JpAsync(training)).ShouldBe(12);
        (
            await api.ScalarAsync<string>(
                $"SELECT note FROM training_transitions WHERE training_id = {training} AND move = 'Complete'"
            )
        ).ShouldBe(why);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM audit_entries WHERE action = 'CompleteTraining' AND reason = {why}"
            )
        ).ShouldBePositive();
    }

    [Fact]
    public async Task Completion_OfATrainingOfAnotherUnit_IsNotFound()
    {
        var (training, _, _) = await SceneAsync();
        (await api.PostAsync(api.Officer.Of(api.UnitB), $"/trainings/{training}/complete", new { }, 404))
            .Code()
            .ShouldBe("training.not_found");
    }

    [Fact]
    public async Task Score_BelowTheMinimum_DoesNotPass()
    {
        var (training, present, _) = await SceneAsync();
        var rule = new { minimumAttendancePercent = 50, minimumPostTestScore = 70 };
        var saved = await SaveRuleAsync(training, rule, 1);
        saved.EnsureSuccessStatusCode();
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/scores",
            new { scores = new[] { new { participantId = present, score = 69.5 } } }
        );

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");

        view.GetProperty("willPass").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Rule_IsSavedOnTheVersionThatWasSeen_AndLeavesTheDeadlineOfApplications()
    {
        var (training, _, _) = await SceneAsync();
        var until = new DateOnly(2026, 2, 20);
        await api.SqlAsync($"UPDATE trainings SET applications_until = {until} WHERE id = {training}");
        var rule = new { minimumAttendancePercent = 60 };

        ((int)(await SaveRuleAsync(training, rule, null)).StatusCode).ShouldBe(400);
        (await SaveRuleAsync(training, rule, 1)).EnsureSuccessStatusCode();
        ((int)(await SaveRuleAsync(training, rule, 1)).StatusCode).ShouldBe(412);

        (await api.ScalarAsync<DateOnly>($"SELECT applications_until FROM trainings WHERE id = {training}")).ShouldBe(
            until
        );
    }

    private async Task<HttpResponseMessage> SaveRuleAsync(Guid training, object rule, uint? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/trainings/{training}/completion/rule");
        request.Content = new StringContent(
            JsonSerializer.Serialize(rule),
            System.Text.Encoding.UTF8,
            "application/json"
        );
        if (version is { } seen)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        return await api.Client(api.Officer).SendAsync(request);
    }

    /// <summary>Two sessions of four hours each: 480 minutes, 10 JP; one person was there, one was not.</summary>
    private async Task<(Guid Training, Guid Present, Guid Absent)> SceneAsync()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Day);
        var first = await api.AddSessionAsync(training, Day);
        var second = await api.AddSessionAsync(training, Day.AddDays(1));
        var present = await api.AddParticipantAsync(training, "Confirmed");
        var absent = await api.AddParticipantAsync(training, "Confirmed");
        foreach (var session in (Guid[])[first, second])
        {
            await api.MarkAsync(training, session, present, "full");
            await api.MarkAsync(training, session, absent, "absent");
        }
        return (training, present, absent);
    }

    private Task<JsonElement> CompleteAsync(Guid training) =>
        api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { });

    private Task<long> JpAsync(Guid training) =>
        api.ScalarAsync<long>($"SELECT coalesce(sum(jp), 0)::bigint FROM ledger_entries WHERE origin_id = {training}");
}
