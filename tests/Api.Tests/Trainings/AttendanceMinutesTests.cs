using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Who was in class for a part of a session: how many minutes is told, and counts.</summary>
public sealed class AttendanceMinutesTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Partly_CountsTheMinutesNoted_InShareAndCompletion_AndACorrectionOfThemIsKept()
    {
        var (training, session, participant) = await SceneAsync();
        var half = await api.AddParticipantAsync(training, "Confirmed");
        var minutes = await MinutesAsync(session);
        await RecordAsync(training, session, Partly(participant, minutes / 4));
        await RecordAsync(training, session, Partly(half, null));

        (await SharesAsync(training)).ShouldBe([25m, 50m], ignoreOrder: true);
        (await RecordAsync(training, session, Partly(participant, minutes), 409))
            .Code()
            .ShouldBe("attendance.correction_needs_reason");
        await RecordAsync(training, session, Partly(participant, minutes * 9 / 10, "Datang lebih awal"));

        (await SharesAsync(training)).ShouldBe([90m, 50m], ignoreOrder: true);
        var completion = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");
        completion.GetProperty("willPass").GetInt32().ShouldBe(1);
        (await RecordAsync(training, session, Partly(half, minutes + 1, "Lupa"), 400))
            .GetProperty("errors")[0]
            .Code()
            .ShouldBe("attendance.minutes_out_of_range");
    }

    [Fact]
    public async Task Import_TakesMinutesOfThoseWhoWereTherePartly_AndRefusesWhatIsNoNumber()
    {
        var (training, session, participant) = await SceneAsync();
        var other = await api.AddParticipantAsync(training, "Confirmed");
        var wrong = await api.AddParticipantAsync(training, "Confirmed");
        var rows = new[]
        {
            "NIP,Status,Menit",
            $"{await NumberAsync(participant)},Sebagian,30",
            $"{await NumberAsync(other)},Sebagian,",
            $"{await NumberAsync(wrong)},Sebagian,separuh",
        };

        var imported = await ImportAsync(training, session, rows);

        imported.GetProperty("accepted").GetInt32().ShouldBe(2);
        Refusals(imported).ShouldBe(["attendance.minutes_out_of_range"]);
        (
            await api.ScalarAsync<int>($"SELECT minutes FROM attendance_marks WHERE participant_id = {participant}")
        ).ShouldBe(30);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM attendance_marks WHERE participant_id = {other} AND minutes IS NULL"
            )
        ).ShouldBe(1);
    }

    private async Task<(Guid Training, Guid Session, Guid Participant)> SceneAsync()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Today);
        var session = await api.AddSessionAsync(training, Today);
        return (training, session, await api.AddParticipantAsync(training, "Confirmed"));
    }

    private static IEnumerable<string> Refusals(JsonElement imported) =>
        imported.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("errors")[0].Code());

    private Task<string> NumberAsync(Guid participant) =>
        api.ScalarAsync<string>($"SELECT identity_number FROM participants WHERE id = {participant}");

    private Task<int> MinutesAsync(Guid session) =>
        api.ScalarAsync<int>(
            $"SELECT (extract(epoch FROM ends - starts) / 60)::int FROM sessions WHERE id = {session}"
        );

    private async Task<decimal[]> SharesAsync(Guid training)
    {
        var grid = await api.GetAsync(api.Officer, $"/trainings/{training}/attendance");
        var people = grid.GetProperty("people").GetProperty("items").EnumerateArray();
        return [.. people.Select(one => one.GetProperty("percent").GetDecimal())];
    }

    private async Task<JsonElement> ImportAsync(Guid training, Guid session, string[] rows)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(string.Join('\n', rows)), "file", "kehadiran.csv" },
        };
        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/sessions/{session}/attendance/import", form);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static object Partly(Guid participant, int? minutes, string? reason = null) =>
        new
        {
            id = Guid.CreateVersion7(),
            participantId = participant,
            status = "partly",
            minutes,
            reason,
        };

    private Task<JsonElement> RecordAsync(Guid training, Guid session, object mark, int status = 200) =>
        api.PostAsync(
            api.Officer,
            $"/trainings/{training}/sessions/{session}/attendance",
            new { marks = new[] { mark } },
            status
        );
}
