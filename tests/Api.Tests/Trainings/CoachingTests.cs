using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Agreements of coaching: who sees and changes them, the paper, and what coach and participant note.</summary>
public sealed class CoachingTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Change_NeedsTheVersionThatWasSeen()
    {
        var (training, participant, _, _) = await AgreedAsync();
        var seen = (await RowAsync(training)).GetProperty("version").GetUInt32();

        await SaveAsync(training, participant, null, "Tanpa versi", 400, "request.if_match_required");
        await SaveAsync(training, participant, seen, "Tujuan baru");
        await SaveAsync(training, participant, seen, "Tujuan lain", 412, "request.stale_version");

        (await RowAsync(training)).GetProperty("goal").GetString().ShouldBe("Tujuan baru");
    }

    [Fact]
    public async Task CoachAndParticipant_SeeTheirAgreement_AndNoteMeetings_OthersDoNot()
    {
        var (training, _, person, coach) = await AgreedAsync();
        foreach (var (employee, day) in new[] { (person, "2026-03-01"), (coach, "2026-03-02") })
        {
            var me = TrainingFixture.Employee(employee);
            var mine = (await api.GetAsync(me, "/me/coaching")).EnumerateArray().ShouldHaveSingleItem();
            mine.GetProperty("canNote").GetBoolean().ShouldBeTrue();
            mine.GetProperty("canChange").GetBoolean().ShouldBeFalse();
            await MeetAsync(me, training, day);
        }
        // The one that the other noted: counted once.
        await MeetAsync(TrainingFixture.Employee(coach), training, "2026-03-01", 409, "coaching.meeting_noted");
        var stranger = TrainingFixture.Employee(await api.AddEmployeeAsync());
        (await api.GetAsync(stranger, "/me/coaching")).GetArrayLength().ShouldBe(0);
        await MeetAsync(stranger, training, "2026-03-02", 404, "coaching.not_found");
        (await RowAsync(training)).GetProperty("meetings").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Contract_IsAttachedByTheOfficer_AndReadByThoseWhoSigned()
    {
        var (training, _, person, coach) = await AgreedAsync();
        var agreement = (await RowAsync(training)).Id("agreementId");
        var path = $"/api/v1/trainings/{training}/coaching/{agreement}/contract";
        var reader = TrainingFixture.Employee(person);

        (await UploadAsync(api.Officer, path, "MZ bukan pdf"u8.ToArray())).ShouldBeInRange(400, 499);
        (await UploadAsync(reader, path, PlanningScene.Pdf)).ShouldBe(403);
        (await api.Client(reader).GetAsync(path)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await UploadAsync(api.Officer, path, PlanningScene.Pdf)).ShouldBe(200);

        foreach (var employee in new[] { person, coach })
        {
            var file = await api.Client(TrainingFixture.Employee(employee)).GetAsync(path);
            (await file.Content.ReadAsByteArrayAsync()).ShouldBe(PlanningScene.Pdf);
        }
        var stranger = TrainingFixture.Employee(await api.AddEmployeeAsync());
        (await api.Client(stranger).GetAsync(path)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await RowAsync(training)).GetProperty("contractName").GetString().ShouldBe("kontrak.pdf");
    }

    [Fact]
    public async Task First_FromTwoWindows_IsMadeOnce_AndTheOtherIsTold()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 3, 1));
        var participant = await api.AddParticipantAsync(training, "Confirmed");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(number => SendAsync(training, participant, null, $"Jendela {number}"))
        );

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status is 400 or 409).ShouldBe(5);
    }

    [Fact]
    public async Task WhoHeldFewerMeetingsThanAgreed_DoesNotPass_AndItDoesNotCompleteByItself()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 2, 23));
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 6 WHERE id = {training}");
        var (met, missed) = (
            await api.AddParticipantAsync(training, "Confirmed"),
            await api.AddParticipantAsync(training, "Confirmed")
        );
        foreach (var participant in new[] { met, missed })
            await SaveAsync(training, participant, null, "Mampu memimpin rapat");
        foreach (var day in new[] { "2026-02-23", "2026-02-24", "2026-02-25" })
            await MeetAsync(api.Officer, training, day, participant: met);

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        var done = await api.PostAsync(api.Officer, $"/trainings/{training}/complete", new { });

        view.GetProperty("gap").GetProperty("meetings").GetInt32().ShouldBe(3);
        view.GetProperty("unmeasured").GetInt32().ShouldBe(0);
        done.GetProperty("passed").GetInt32().ShouldBe(1);
        (await api.StateAsync(met)).ShouldBe("Passed");
        (await api.StateAsync(missed)).ShouldBe("Failed");
        await MeetAsync(api.Officer, training, "2026-02-23", 422, "coaching.not_while", missed);
        await SaveAsync(training, missed, 1, "Sesudah hasil", 412);
    }

    [Theory]
    [InlineData("Mentoring", 3, 0)]
    [InlineData("SelfLearning", 0, 1)]
    [InlineData("Community", 0, 1)]
    public async Task Meetings_DecideWhereSomebodyIsCoached_NotWhereASuperiorMonitors(
        string kind,
        int missing,
        int unmeasured
    )
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 2, 23));
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 6 WHERE id = {training}");
        await SaveAsync(training, await api.AddParticipantAsync(training, "Confirmed"), null, "Mampu memimpin rapat");
        await api.SqlAsync($"UPDATE coaching_agreements SET kind = {kind} WHERE training_id = {training}");

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");

        view.GetProperty("gap").GetProperty("meetings").GetInt32().ShouldBe(missing);
        view.GetProperty("unmeasured").GetInt32().ShouldBe(unmeasured);
    }

    [Fact]
    public async Task MeetingNotedByMistake_IsTakenAway_ByThoseWhoNote()
    {
        var (training, _, person, _) = await AgreedAsync();
        await MeetAsync(api.Officer, training, "2026-03-01");
        var row = await RowAsync(training);
        var path =
            $"/api/v1/trainings/{training}/coaching/{row.Id("agreementId")}/meetings/{row.GetProperty("meetings")[0].Id("id")}";

        foreach (
            var (user, status) in new[]
            {
                (TrainingFixture.Employee(await api.AddEmployeeAsync()), 404),
                (TrainingFixture.Employee(person), 204),
                (api.Officer, 404),
            }
        )
        {
            ((int)(await api.Client(user).DeleteAsync(path)).StatusCode).ShouldBe(status);
        }

        (await RowAsync(training)).GetProperty("meetings").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("Running", "1900-01-01", 400, "coaching.meeting_outside_training")]
    [InlineData("Running", "2026-03-03", 422, "coaching.meeting_in_future")]
    [InlineData("Cancelled", "2026-03-01", 422, "coaching.not_while")]
    [InlineData("Closed", "2026-03-01", 422, "coaching.not_while")]
    public async Task Meeting_IsHeldWithinATrainingThatRuns(string state, string day, int status, string code)
    {
        var (training, _, person, _) = await AgreedAsync();
        await api.SqlAsync($"UPDATE trainings SET state = {state} WHERE id = {training}");

        await MeetAsync(api.Officer, training, day, status, code);

        var row = (await api.GetAsync(TrainingFixture.Employee(person), "/me/coaching"))[0];
        row.GetProperty("canNote").GetBoolean().ShouldBe(state == "Running");
    }

    private async Task MeetAsync(
        TestUser user,
        Guid training,
        string heldOn,
        int status = 200,
        string? code = null,
        Guid? participant = null
    )
    {
        var rows = (await api.GetAsync(api.Officer, $"/trainings/{training}/coaching")).EnumerateArray();
        var agreement = rows.First(row => participant is null || row.Id("participantId") == participant)
            .Id("agreementId");
        var meeting = new
        {
            heldOn,
            minutes = 60,
            topic = "Rencana kerja",
        };
        var path = $"/trainings/{training}/coaching/{agreement}/meetings";
        var answer = await api.PostAsync(user, path, meeting, status);
        if (code is not null)
            (status == 400 ? answer.GetProperty("errors")[0] : answer).Code().ShouldBe(code);
    }

    private async Task<(Guid Training, Guid Participant, Guid Person, Guid Coach)> AgreedAsync()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 3, 1));
        var (person, coach) = (await api.AddEmployeeAsync(), await api.AddEmployeeAsync());
        var participant = await api.AddParticipantAsync(training, "Confirmed", person);
        await SaveAsync(training, participant, null, "Mampu memimpin rapat", coach: coach);
        return (training, participant, person, coach);
    }

    private async Task<JsonElement> RowAsync(Guid training) =>
        (await api.GetAsync(api.Officer, $"/trainings/{training}/coaching")).EnumerateArray().ShouldHaveSingleItem();

    private async Task SaveAsync(
        Guid training,
        Guid participant,
        uint? version,
        string goal,
        int status = 200,
        string? code = null,
        Guid? coach = null
    )
    {
        var answer = await SendAsync(training, participant, version, goal, coach);
        answer.Status.ShouldBe(status, answer.Body.ToString());
        if (code is not null)
            answer.Body.Code().ShouldBe(code);
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(
        Guid training,
        Guid participant,
        uint? version,
        string goal,
        Guid? coach = null
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            $"/api/v1/trainings/{training}/participants/{participant}/coaching"
        )
        {
            Content = JsonContent.Create(
                new
                {
                    kind = "coaching",
                    coachName = "Dr. Budi",
                    coachEmployeeId = coach,
                    goal,
                    agreedMeetings = 3,
                }
            ),
        };
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen.ToString(CultureInfo.InvariantCulture)}\""));
        var response = await api.Client(api.Officer).SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<int> UploadAsync(TestUser user, string path, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "kontrak.pdf" } };
        return (int)(await api.Client(user).PostAsync(path, form)).StatusCode;
    }
}
