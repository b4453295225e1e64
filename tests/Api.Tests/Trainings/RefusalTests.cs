using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>What the desk of a training refuses, one by one, each by the code of its own; nothing is half done.</summary>
public sealed class RefusalTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Nobody = Guid.CreateVersion7();

    [Fact]
    public async Task Attendance_IsRefused_ByWhatIsWrong()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Today);
        var session = await api.AddSessionAsync(training, Today);
        var person = await api.AddParticipantAsync(training, "Confirmed");
        var path = $"trainings/{training}/sessions/{session}";

        await ShouldRefuseAsync(
            ($"{path}/attendance", new { marks = Array.Empty<object>() }, "attendance.nobody_marked"),
            (
                $"{path}/attendance",
                new
                {
                    marks = Enumerable
                        .Range(0, 5001)
                        .Select(_ => new
                        {
                            id = Guid.CreateVersion7(),
                            participantId = person,
                            status = "full",
                        }),
                },
                "attendance.too_many"
            ),
            ($"{path}/check-in", new { minutes = 241 }, "check_in.minutes_out_of_range"),
            ($"{path}/check-in", new { minutes = -1 }, "check_in.minutes_out_of_range")
        );
        (await api.ScalarAsync<long>($"SELECT count(*) FROM attendance_marks WHERE session_id = {session}")).ShouldBe(
            0
        );
    }

    [Fact]
    public async Task Coaching_IsRefused_ByWhatIsWrong()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Today);
        var person = await api.AddParticipantAsync(training, "Confirmed");
        var other = await api.AddParticipantAsync(training, "Confirmed");
        var invited = await api.AddParticipantAsync(training, "Invited");
        var agreed = await api.Client(api.Officer).PutAsJsonAsync(Of(person), Terms(3));
        var agreement = (await agreed.Content.ReadFromJsonAsync<JsonElement>()).Id("agreementId");
        var meetings = $"trainings/{training}/coaching/{agreement}/meetings";

        await ShouldRefuseAsync(
            (meetings, Meeting(minutes: 0), "coaching.minutes_out_of_range"),
            (meetings, Meeting(minutes: 601), "coaching.minutes_out_of_range"),
            (meetings, Meeting(topic: " "), "field.required"),
            ($"trainings/{training}/coaching/{Nobody}/meetings", Meeting(), "coaching.not_found")
        );
        await PutAsync(Of(invited), Terms(3), "participant.is_invited");
        foreach (var meetingsAgreed in new[] { 0, 101 })
            await PutAsync(Of(other), Terms(meetingsAgreed), "coaching.meetings_out_of_range");

        string Of(Guid participant) => $"/api/v1/trainings/{training}/participants/{participant}/coaching";
        static object Terms(int agreedMeetings) =>
            new
            {
                kind = "coaching",
                coachName = "Dr. Budi",
                goal = "Mampu memimpin rapat",
                agreedMeetings,
            };
        static object Meeting(int minutes = 60, string topic = "Rencana") =>
            new
            {
                heldOn = "2026-03-02",
                minutes,
                topic,
            };
    }

    [Fact]
    public async Task Participants_AreRefused_ByWhatIsWrong()
    {
        var training = await api.AddTrainingAsync();
        var seated = await api.AddParticipantAsync(training, "Confirmed");
        var path = $"trainings/{training}/participants";
        var crowd = Enumerable.Range(0, 5001).Select(_ => Guid.CreateVersion7()).ToList();

        await ShouldRefuseAsync(
            ($"{path}/invite", new { participantIds = Array.Empty<Guid>() }, "participant.nobody_chosen"),
            ($"{path}/invite", new { participantIds = new[] { Nobody } }, "participant.nobody_chosen"),
            ($"{path}/invite", new { participantIds = crowd }, "participant.too_many"),
            ($"{path}/withdraw", new { participantIds = crowd, reason = "Batal" }, "participant.too_many"),
            (path, new { employeeIds = crowd, recommended = false }, "participant.too_many"),
            ($"{path}/{seated}/replace", By(Nobody), "participant.replacement_unknown"),
            ($"{path}/{seated}/replace", By(seated), "participant.same_as_replaced"),
            ($"{path}/{Nobody}/replace", By(Nobody), "participant.not_found")
        );
        await PutAsync(
            $"/api/v1/{path}/unit-quotas",
            new { quotas = new[] { new { unitId = Nobody, places = 1 } } },
            "participant.unit_unknown",
            ifMatch: (await api.GetAsync(api.Officer, $"/{path}/unit-quotas")).GetProperty("version").GetRawText()
        );
        (await api.StateAsync(seated)).ShouldBe("Confirmed");

        static object By(Guid replacement) => new { replacementId = replacement, reason = "Sakit" };
    }

    [Fact]
    public async Task Completion_IsRefused_ByWhatIsWrong()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Today);
        var person = await api.AddParticipantAsync(training, "Confirmed");
        var rule = $"/api/v1/trainings/{training}/completion/rule";

        foreach (
            var (body, code) in new[]
            {
                (Rule(-1), "completion.attendance_percent_out_of_range"),
                (Rule(101), "completion.attendance_percent_out_of_range"),
                (Rule(80, 100.5m), "completion.score_out_of_range"),
                (Rule(80, evaluation: true), "completion.evaluation_not_available"),
            }
        )
        {
            await PutAsync(rule, body, code, ifMatch: "1");
        }
        foreach (var score in new[] { -0.01m, 100.01m })
        {
            await ShouldRefuseAsync(
                (
                    $"trainings/{training}/scores",
                    new { scores = new[] { new { participantId = person, score } } },
                    "participant.score_out_of_range"
                )
            );
        }

        static object Rule(int percent, decimal? score = null, bool evaluation = false) =>
            new
            {
                minimumAttendancePercent = percent,
                minimumPostTestScore = score,
                evaluationRequired = evaluation,
            };
    }

    private async Task ShouldRefuseAsync(params (string Path, object Body, string Code)[] requests)
    {
        foreach (var (path, body, code) in requests)
        {
            var answer = await api.Client(api.Officer).PostAsJsonAsync($"/api/v1/{path}", body, ApiFixture.Json);
            await ShouldSayAsync(answer, code);
        }
    }

    private async Task PutAsync(string path, object body, string code, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch is null ? null : $"\"{ifMatch.Trim('"')}\"");
        await ShouldSayAsync(await api.Client(api.Officer).SendAsync(request), code);
    }

    private static async Task ShouldSayAsync(HttpResponseMessage answer, string code)
    {
        ((int)answer.StatusCode).ShouldBeInRange(400, 499, code);
        await Task.FromResult(answer).ShouldRefuseAsync((int)answer.StatusCode, code);
    }
}
