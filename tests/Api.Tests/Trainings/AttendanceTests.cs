using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

public sealed class AttendanceTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    /// <summary>The day of the clock, one hour after sessions begin at 08.00 WIB.</summary>
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Mark_SentTwice_IsStoredOnce()
    {
        var (training, session, participant) = await SceneAsync();
        var mark = Mark(participant, "full");

        (await RecordAsync(training, session, mark)).GetProperty("stored").GetInt32().ShouldBe(1);
        (await RecordAsync(training, session, mark)).GetProperty("unchanged").GetInt32().ShouldBe(1);

        (await api.ScalarAsync<long>($"SELECT count(*) FROM attendance_marks WHERE session_id = {session}")).ShouldBe(
            1
        );
        (await api.StateAsync(participant)).ShouldBe("Attended");
    }

    [Fact]
    public async Task Correction_NeedsAReason_AndKeepsTheEarlierMark()
    {
        var (training, session, participant) = await SceneAsync();
        await RecordAsync(training, session, Mark(participant, "full"));

        (await RecordAsync(training, session, Mark(participant, "absent"), 409))
            .Code()
            .ShouldBe("attendance.correction_needs_reason");
        await RecordAsync(training, session, Mark(participant, "absent", reason: "Salah orang"));

        await api.SqlAsync(
            $"INSERT INTO accounts (id, email, name, status, created_at) VALUES ({api.Officer.UserId}, {"petugas@contoh.example"}, {"Rina Petugas"}, {"Active"}, {api.Clock.GetUtcNow()}) ON CONFLICT DO NOTHING"
        );
        (await api.StateAsync(participant)).ShouldBe("Confirmed");
        var history = await api.GetAsync(
            api.Officer,
            $"/trainings/{training}/sessions/{session}/attendance/{participant}/history"
        );
        history.GetArrayLength().ShouldBe(2);
        history[0].GetProperty("reason").GetString().ShouldBe("Salah orang");
        history[0].GetProperty("recordedByName").GetString().ShouldBe("Rina Petugas");
        history[1].GetProperty("supersededAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task Mark_BeforeTheStart_OrOfSomebodyNotConfirmed_IsRefused()
    {
        var (training, session, participant) = await SceneAsync(Today.AddDays(1));
        (await RecordAsync(training, session, Mark(participant, "full"), 422))
            .Code()
            .ShouldBe("attendance.before_start");

        var (running, now, _) = await SceneAsync();
        var waiting = await api.AddParticipantAsync(running, "Approved");
        (await RecordAsync(running, now, Mark(waiting, "full"), 422)).Code().ShouldBe("attendance.not_confirmed");
    }

    [Fact]
    public async Task GoodMarks_AreKept_WhenOthersAreRefused()
    {
        var (training, session, participant) = await SceneAsync();
        var waiting = await api.AddParticipantAsync(training, "Approved");
        var outcome = await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/sessions/{session}/attendance",
            new { marks = new[] { Mark(participant, "full"), Mark(waiting, "full") } }
        );
        outcome.GetProperty("stored").GetInt32().ShouldBe(1);
        outcome.GetProperty("refused").GetInt32().ShouldBe(1);
        outcome.GetProperty("marks")[1].GetProperty("refusal").Code().ShouldBe("attendance.not_confirmed");
    }

    [Fact]
    public async Task SessionOfAnotherTraining_IsNotFound()
    {
        var (training, _, participant) = await SceneAsync();
        var (_, foreign, _) = await SceneAsync();
        (await RecordAsync(training, foreign, Mark(participant, "full"), 404)).Code().ShouldBe("session.not_found");
    }

    [Fact]
    public async Task CheckIn_WithTheCodeInClass_WorksOnce()
    {
        var employee = await api.AddEmployeeAsync();
        var (training, session, _) = await SceneAsync(employee: employee);
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
        var (training, session, participant) = await SceneAsync(employee: employee);
        var code = await OpenAsync(training, session);
        await RecordAsync(training, session, Mark(participant, noted));

        (await api.PostAsync(TrainingFixture.Employee(employee), "/check-ins", new { code }, 409))
            .Code()
            .ShouldBe("check_in.already_used");
    }

    [Fact]
    public async Task CheckIn_ThatTheOfficerCorrected_DoesNotWorkAgain()
    {
        var employee = await api.AddEmployeeAsync();
        var (training, session, participant) = await SceneAsync(employee: employee);
        var code = await OpenAsync(training, session);
        var me = TrainingFixture.Employee(employee);
        await api.PostAsync(me, "/check-ins", new { code });
        await RecordAsync(training, session, Mark(participant, "absent", "Kode dikirim teman"));

        (await api.PostAsync(me, "/check-ins", new { code }, 409)).Code().ShouldBe("check_in.already_used");

        (await api.StateAsync(participant)).ShouldBe("Confirmed");
    }

    /// <summary>As a browser sends them that was offline for the mark and for its correction.</summary>
    [Fact]
    public async Task MarkAndItsCorrection_SentTogether_AreBothKept_AndSentAgainChangeNothing()
    {
        var (training, session, participant) = await SceneAsync();
        var marks = new[] { Mark(participant, "full"), Mark(participant, "absent", reason: "Salah orang") };
        var path = $"/trainings/{training}/sessions/{session}/attendance";

        (await api.PostAsync(api.Officer, path, new { marks })).GetProperty("stored").GetInt32().ShouldBe(2);
        (await api.PostAsync(api.Officer, path, new { marks })).GetProperty("unchanged").GetInt32().ShouldBe(2);

        (await api.StateAsync(participant)).ShouldBe("Confirmed");
        (await api.ScalarAsync<long>($"SELECT count(*) FROM attendance_marks WHERE session_id = {session}")).ShouldBe(
            2
        );
    }

    [Fact]
    public async Task WhoWithdrew_IsNotCountedAsPresent()
    {
        var (training, session, participant) = await SceneAsync();
        await RecordAsync(training, session, Mark(participant, "full"));
        var gone = await api.AddParticipantAsync(training, "Confirmed");
        await RecordAsync(training, session, Mark(gone, "full"));

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/withdraw",
            new { participantIds = new[] { gone }, reason = "Sakit" }
        );

        var grid = await api.GetAsync(api.Officer, $"/trainings/{training}/attendance");
        grid.GetProperty("sessions")[0].GetProperty("present").GetInt32().ShouldBe(1);
        grid.GetProperty("sessions")[0].GetProperty("marked").GetInt32().ShouldBe(1);
        var display = await api.GetAsync(api.Officer, $"/trainings/{training}/sessions/{session}/check-in");
        display.GetProperty("present").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task CheckIn_ClickedManyTimesAtOnce_LeavesOneMark()
    {
        var employee = await api.AddEmployeeAsync();
        var (training, session, _) = await SceneAsync(employee: employee);
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
    public async Task SignSheet_IsAPdf()
    {
        var (training, session, _) = await SceneAsync();
        var response = await api.Client(api.Officer)
            .GetAsync($"/api/v1/trainings/{training}/sessions/{session}/sign-sheet");
        response.EnsureSuccessStatusCode();
        (await response.Content.ReadAsByteArrayAsync())[..5].ShouldBe("%PDF-"u8.ToArray());
    }

    [Fact]
    public async Task Grid_ShowsMarksAndShare()
    {
        var (training, session, participant) = await SceneAsync();
        await api.AddSessionAsync(training, Today.AddDays(1));
        await RecordAsync(training, session, Mark(participant, "full"));

        var grid = await api.GetAsync(api.Officer, $"/trainings/{training}/attendance");

        grid.GetProperty("sessions").GetArrayLength().ShouldBe(2);
        var row = grid.GetProperty("people").GetProperty("items")[0];
        row.GetProperty("percent").GetDecimal().ShouldBe(50);
        row.GetProperty("marks")[0].GetProperty("status").GetString().ShouldBe("full");
    }

    private async Task<(Guid Training, Guid Session, Guid Participant)> SceneAsync(
        DateOnly? date = null,
        Guid? employee = null
    )
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Today);
        var session = await api.AddSessionAsync(training, date ?? Today);
        return (training, session, await api.AddParticipantAsync(training, "Confirmed", employee));
    }

    private async Task<string> OpenAsync(Guid training, Guid session)
    {
        var path = $"/trainings/{training}/sessions/{session}/check-in";
        var window = await api.PostAsync(api.Officer, path, new { minutes = 10 });
        return window.GetProperty("code").GetString()!;
    }

    private static object Mark(Guid participant, string status, string? reason = null) =>
        new
        {
            id = Guid.CreateVersion7(),
            participantId = participant,
            status,
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
