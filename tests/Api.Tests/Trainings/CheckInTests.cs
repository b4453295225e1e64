using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Checking in by the code in class: once, and never over what an officer noted.</summary>
public sealed class CheckInTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    /// <summary>The day of the clock, one hour after sessions begin at 08.00 WIB.</summary>
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task CheckIn_WithTheCodeInClass_WorksOnce()
    {
        var employee = await api.AddEmployeeAsync();
        var (training, session, _) = await SceneAsync(employee);
        var me = TrainingFixture.Employee(employee);
        (await api.PostAsync(me, "/check-ins", new { code = "ABC234" }, 409)).Code().ShouldBe("check_in.closed");

        var window = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/sessions/{session}/check-in",
            new { minutes = 10 }
        );
        var code = window.GetProperty("code").GetString();
        window.GetProperty("qr").GetArrayLength().ShouldBeGreaterThan(20);
        (await api.PostAsync(me, "/check-ins", new { code = "ZZZZZZ" }, 422)).Code().ShouldBe("check_in.wrong_code");
        await api.PostAsync(me, "/check-ins", new { code });

        (await api.PostAsync(me, "/check-ins", new { code, sessionId = session }, 409))
            .Code()
            .ShouldBe("check_in.already_used");
        var stranger = TrainingFixture.Employee(await api.AddEmployeeAsync());
        (await api.PostAsync(stranger, "/check-ins", new { code, sessionId = session }, 422))
            .Code()
            .ShouldBe("check_in.not_participant");
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("excused")]
    public async Task CheckIn_OverWhatTheOfficerNoted_IsRefused(string noted)
    {
        var employee = await api.AddEmployeeAsync();
        var (training, session, participant) = await SceneAsync(employee);
        var code = await OpenAsync(training, session);
        await api.MarkAsync(training, session, participant, noted);

        (await api.PostAsync(TrainingFixture.Employee(employee), "/check-ins", new { code }, 409))
            .Code()
            .ShouldBe("check_in.already_used");
    }

    [Fact]
    public async Task CheckIn_ThatTheOfficerCorrected_DoesNotWorkAgain()
    {
        var employee = await api.AddEmployeeAsync();
        var (training, session, participant) = await SceneAsync(employee);
        var code = await OpenAsync(training, session);
        var me = TrainingFixture.Employee(employee);
        await api.PostAsync(me, "/check-ins", new { code });
        await api.MarkAsync(training, session, participant, "absent", reason: "Kode dikirim teman");

        (await api.PostAsync(me, "/check-ins", new { code }, 409)).Code().ShouldBe("check_in.already_used");

        (await api.StateAsync(participant)).ShouldBe("Confirmed");
    }

    [Fact]
    public async Task CheckIn_ClickedManyTimesAtOnce_LeavesOneMark()
    {
        var employee = await api.AddEmployeeAsync();
        var (training, session, _) = await SceneAsync(employee);
        var window = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/sessions/{session}/check-in",
            new { minutes = 10 }
        );
        var body = JsonSerializer.Serialize(new { code = window.GetProperty("code").GetString() });
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    api.Client(TrainingFixture.Employee(employee))
                        .PostAsync(
                            "/api/v1/check-ins",
                            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
                        )
                )
        );
        (await api.ScalarAsync<long>($"SELECT count(*) FROM attendance_marks WHERE session_id = {session}")).ShouldBe(
            1
        );
    }

    [Fact]
    public async Task CheckIn_OpenedByManyAtOnce_HasOneWindow()
    {
        var (training, session, _) = await SceneAsync(await api.AddEmployeeAsync());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(training, session)));

        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM check_in_windows WHERE session_id = {session} AND closes_at > {api.Clock.GetUtcNow()}"
            )
        ).ShouldBe(1);
    }

    private async Task<(Guid Training, Guid Session, Guid Participant)> SceneAsync(Guid employee)
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Today);
        var session = await api.AddSessionAsync(training, Today);
        return (training, session, await api.AddParticipantAsync(training, "Confirmed", employee));
    }

    private async Task<string> OpenAsync(Guid training, Guid session)
    {
        var path = $"/trainings/{training}/sessions/{session}/check-in";
        var window = await api.PostAsync(api.Officer, path, new { minutes = 10 });
        return window.GetProperty("code").GetString()!;
    }
}
