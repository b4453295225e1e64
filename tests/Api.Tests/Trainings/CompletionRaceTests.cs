using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Acts that were on their way when another connection completed the training: they see that it is done.</summary>
public sealed class CompletionRaceTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Mark_ThatMeetsTheCompletion_IsRefused()
    {
        var (training, person) = await SceneAsync("Confirmed");
        var session = await api.AddSessionAsync(training, Today);

        var refusal = await DuringCompletionAsync(
            training,
            $"/sessions/{session}/attendance",
            new
            {
                marks = new[]
                {
                    new
                    {
                        id = Guid.CreateVersion7(),
                        participantId = person,
                        status = "full",
                    },
                },
            }
        );

        refusal.Code().ShouldBe("attendance.training_not_running");
        (await api.StateAsync(person)).ShouldBe("Confirmed");
    }

    [Fact]
    public async Task Confirmation_ThatMeetsTheCompletion_IsRefused()
    {
        var (training, person) = await SceneAsync("Invited");

        var refusal = await DuringCompletionAsync(
            training,
            $"/participants/{person}/confirmation",
            new { confirm = true }
        );

        refusal.Code().ShouldBe("training.no_participants_now");
        (await api.StateAsync(person)).ShouldBe("Invited");
    }

    [Fact]
    public async Task Invitation_ThatMeetsTheCompletion_IsRefused()
    {
        var (training, person) = await SceneAsync("Approved");

        var refusal = await DuringCompletionAsync(
            training,
            "/participants/invite",
            new { participantIds = new[] { person } }
        );

        refusal.Code().ShouldBe("training.no_participants_now");
        (await api.StateAsync(person)).ShouldBe("Approved");
    }

    [Fact]
    public async Task SomebodyFromOutside_WhoMeetsTheCompletion_IsRefused()
    {
        var (training, _) = await SceneAsync("Confirmed");

        var refusal = await DuringCompletionAsync(
            training,
            "/participants/external",
            new { name = "Tamu", email = "tamu@contoh.example" }
        );

        refusal.Code().ShouldBe("training.no_participants_now");
    }

    [Fact]
    public async Task Swap_ThatMeetsTheCompletion_IsRefused()
    {
        var (training, person) = await SceneAsync("Confirmed");
        var other = await api.AddParticipantAsync(training, "Approved");

        var refusal = await DuringCompletionAsync(
            training,
            $"/participants/{person}/replace",
            new { replacementId = other, reason = "Sakit" }
        );

        refusal.Code().ShouldBe("training.no_participants_now");
        (await api.StateAsync(person)).ShouldBe("Confirmed");
    }

    [Fact]
    public async Task PlaceThatBecomesFree_AsTheTrainingCompletes_IsOfferedToNobody()
    {
        var (training, person) = await SceneAsync("Confirmed");
        var reserve = await api.AddParticipantAsync(training, "Reserve", rank: 1);

        await DuringCompletionAsync(
            training,
            "/participants/withdraw",
            new { participantIds = new[] { person }, reason = "Sakit" }
        );

        (await api.StateAsync(reserve)).ShouldBe("Reserve");
    }

    /// <summary>Who sits down writes to the training's row; that is nobody's edit of the plan.</summary>
    [Fact]
    public async Task PlanOfATraining_IsChanged_WhileSomebodySitsDown()
    {
        var (training, _) = await SceneAsync("Approved");

        var added = await MeetingAsync(
            "UPDATE trainings SET seats_taken = 1 WHERE id = $1",
            training,
            client =>
                client.PostAsJsonAsync(
                    $"/api/v1/trainings/{training}/sessions",
                    new
                    {
                        date = Today,
                        start = "08:00:00",
                        end = "10:00:00",
                        mode = "klasikal",
                        subject = "Etika",
                    }
                )
        );

        ((int)added.StatusCode).ShouldBeInRange(200, 201, await added.Content.ReadAsStringAsync());
    }

    private async Task<(Guid Training, Guid Person)> SceneAsync(string state)
    {
        var training = await api.AddTrainingAsync(quota: 1, state: "Running", start: Today);
        return (training, await api.AddParticipantAsync(training, state));
    }

    private async Task<JsonElement> DuringCompletionAsync(Guid training, string path, object body)
    {
        var answer = await MeetingAsync(
            "UPDATE trainings SET state = 'Completed', completion_round = 1 WHERE id = $1",
            training,
            client => client.PostAsJsonAsync($"/api/v1/trainings/{training}{path}", body)
        );
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends the request while another connection has changed the training, and lets that one be first.</summary>
    private async Task<HttpResponseMessage> MeetingAsync(
        string change,
        Guid training,
        Func<HttpClient, Task<HttpResponseMessage>> send
    )
    {
        await using var other = new NpgsqlConnection(api.Database.OwnerConnection);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var first = new NpgsqlCommand(change, other, transaction);
        first.Parameters.Add(new NpgsqlParameter { Value = training });
        await first.ExecuteNonQueryAsync();
        var answer = send(api.Client(api.Officer));
        while (!answer.IsCompleted && await WaitingAsync() == 0)
            await Task.Yield();
        await transaction.CommitAsync();
        return await answer;
    }

    private Task<long> WaitingAsync() =>
        api.ScalarAsync<long>(
            $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        );
}
