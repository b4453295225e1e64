using System.Net.Http.Json;
using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

/// <summary>What results are made of, changed by somebody who has not seen how it stands.</summary>
public sealed class TwoWindowsTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Score_FromASecondWindow_DoesNotOverwriteTheFirstUnseen()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 2, 23));
        var person = await api.AddParticipantAsync(training, "Confirmed");

        await ScoreAsync(80, null);
        var refused = await ScoreAsync(65, null, 409);
        await ScoreAsync(80, null);

        refused.Code().ShouldBe("completion.score_changed");
        refused.GetProperty("detail").GetString()!.ShouldContain("80");
        (await StandingAsync()).ShouldBe(80);
        await ScoreAsync(65, 80);
        (await StandingAsync()).ShouldBe(65);

        Task<JsonElement> ScoreAsync(decimal? score, decimal? seen, int status = 200) =>
            api.PostAsync(
                api.Officer,
                $"/trainings/{training}/scores",
                new
                {
                    scores = new[]
                    {
                        new
                        {
                            participantId = person,
                            score,
                            seen,
                        },
                    },
                },
                status
            );

        Task<decimal> StandingAsync() =>
            api.ScalarAsync<decimal>($"SELECT post_test_score FROM participants WHERE id = {person}");
    }

    [Fact]
    public async Task SessionWithPeoplePresent_IsNotMovedOn_UntilTheirMarksAreCorrected()
    {
        var today = new DateOnly(2026, 3, 2);
        var training = await api.AddTrainingAsync(state: "Running", start: today);
        var session = await api.AddSessionAsync(training, today);
        var person = await api.AddParticipantAsync(training, "Confirmed");
        await api.MarkAsync(training, session, person, "full");

        (await MoveAsync(today.AddDays(1), 1, 422)).Code().ShouldBe("attendance.session_marked");
        await api.MarkAsync(training, session, person, "absent", reason: "Kelas tidak diadakan");
        await MoveAsync(today.AddDays(1), 1, 200);

        // Nobody has been absent from a class that is still to be held.
        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        view.GetProperty("gap").GetProperty("marks").GetInt32().ShouldBe(1);
        (await api.StateAsync(person)).ShouldBe("Confirmed");

        async Task<JsonElement> MoveAsync(DateOnly date, uint version, int status)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Put,
                $"/api/v1/trainings/{training}/sessions/{session}"
            )
            {
                Content = JsonContent.Create(
                    new
                    {
                        date,
                        start = "08:00",
                        end = "12:00",
                        mode = "klasikal",
                        subject = "Etika",
                    }
                ),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            var response = await api.Client(api.Officer).SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBe(status, text);
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
    }
}
