using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

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
        var path = $"/trainings/{training}/sessions/{session}/attendance/{participant}/history";
        var history = await api.GetAsync(api.Officer, path);
        history.GetArrayLength().ShouldBe(2);
        history[0].GetProperty("reason").GetString().ShouldBe("Salah orang");
        history[0].GetProperty("recordedByName").GetString().ShouldBe("Rina Petugas");
        history[1].GetProperty("supersededAt").ValueKind.ShouldBe(JsonValueKind.String);
        // Whoever sees the sheet is offered the history too.
        var reader = TestUser.With(Permission.ParticipantsRead);
        (await api.GetAsync(reader, path)).GetArrayLength().ShouldBe(2);
        var foreign = await api.Client(reader.Of(Guid.NewGuid())).GetAsync($"/api/v1{path}");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
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
    public async Task Import_TakesNumbersAsPeopleTypeThem_AndNamesTheRowsItRefuses()
    {
        var (training, session, present) = await SceneAsync();
        var corrected = await api.AddParticipantAsync(training, "Confirmed");
        await RecordAsync(training, session, Mark(corrected, "full"));
        var number = await NumberAsync(present);

        var imported = await ImportAsync(
            training,
            session,
            $"{number[..8]} {number[8..14]} {number[14..]},Hadir,",
            $"{await NumberAsync(corrected)},Tidak hadir,{new string('x', 301)}",
            "999,Hadir,",
            $"{await NumberAsync(await api.AddParticipantAsync(training, "Confirmed"))},Entah,"
        );

        imported.GetProperty("accepted").GetInt32().ShouldBe(1);
        Refusals(imported)
            .ShouldBe(["attendance.reason_too_long", "participant.employee_unknown", "attendance.status_unknown"]);
        (await api.StateAsync(present)).ShouldBe("Attended");
    }

    [Fact]
    public async Task Import_FindsSomebodyByTheNumberTheyGotAfterwards_AndByTheOneTheyHad()
    {
        var (training, session, participant) = await SceneAsync();
        var old = await NumberAsync(participant);
        var number = $"1985050520260{old[^5..]}";
        await api.SqlAsync(
            $"INSERT INTO employee_numbers (number, kind, employee_id) SELECT {number}, {"nip"}, employee_id FROM participants WHERE id = {participant}"
        );

        var imported = await ImportAsync(training, session, $"{number},Hadir,");

        imported.GetProperty("accepted").GetInt32().ShouldBe(1);
        (await api.StateAsync(participant)).ShouldBe("Attended");
    }

    [Fact]
    public async Task Import_OfWhichNothingCanBeTaken_StillNamesItsRows()
    {
        var (training, session, participant) = await SceneAsync();
        await RecordAsync(training, session, Mark(participant, "full"));

        var imported = await ImportAsync(training, session, $"{await NumberAsync(participant)},Izin,");

        imported.GetProperty("accepted").GetInt32().ShouldBe(0);
        imported.GetProperty("rows")[0].GetProperty("row").GetInt32().ShouldBe(2);
        Refusals(imported).ShouldBe(["attendance.correction_needs_reason"]);
    }

    [Fact]
    public async Task SignSheet_ListsWhoHasASeat_OfThisSession()
    {
        var (training, session, _) = await SceneAsync();
        await api.AddParticipantAsync(training, "Confirmed");
        foreach (var state in new[] { "Invited", "Reserve", "Withdrawn" })
            await api.AddParticipantAsync(training, state, rank: state == "Reserve" ? 1 : null);
        await api.SqlAsync($"UPDATE sessions SET room = {"Aula Lt. 3"} WHERE id = {session}");

        var text = await PdfPrograms.PdftotextAsync(
            await api.Client(api.Officer)
                .GetByteArrayAsync($"/api/v1/trainings/{training}/sessions/{session}/sign-sheet")
        );

        text.ShouldContain("DAFTAR HADIR");
        text.ShouldMatch(@"Hari, tanggal\s.*Senin, 2 Maret 2026");
        text.ShouldMatch(@"Waktu\s.*08\.00–12\.00");
        text.ShouldMatch(@"Materi\s.*Etika");
        text.ShouldMatch(@"Tempat\s.*Aula Lt\. 3");
        // A title is not broken within a word, however narrow its column.
        text.ShouldMatch(@"\n\s*No\.\s+Nama\s");
        text.ShouldMatch(@"\ssebagian\s");
        // Number, name, identity number and unit; the rest of the row is for the pen.
        text.ShouldMatch(@"\n\s*1\s+Pegawai \d+\s+\d{8} \d{6} \d \d{3}\s+Unit\s*\n");
        text.ShouldMatch(@"\n\s*2\s+Pegawai \d+\s+\d{8} \d{6} \d \d{3}\s+Unit\s*\n");
        Regex.Count(text, @"Pegawai \d").ShouldBe(2);
    }

    [Fact]
    public async Task SessionWithMarks_CannotBeRemoved()
    {
        var (training, session, participant) = await SceneAsync();
        await RecordAsync(training, session, Mark(participant, "full"));

        await api.Client(api.Officer)
            .DeleteAsync($"/api/v1/trainings/{training}/sessions/{session}")
            .ShouldRefuseAsync(422, "attendance.session_has_marks");

        (await api.ScalarAsync<long>($"SELECT count(*) FROM sessions WHERE id = {session}")).ShouldBe(1);
        (await api.StateAsync(participant)).ShouldBe("Attended");
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

    private async Task<(Guid Training, Guid Session, Guid Participant)> SceneAsync(DateOnly? date = null)
    {
        var training = await api.AddTrainingAsync(state: "Running", start: Today);
        var session = await api.AddSessionAsync(training, date ?? Today);
        return (training, session, await api.AddParticipantAsync(training, "Confirmed"));
    }

    private static IEnumerable<string> Refusals(JsonElement imported) =>
        imported.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("errors")[0].Code());

    private Task<string> NumberAsync(Guid participant) =>
        api.ScalarAsync<string>($"SELECT identity_number FROM participants WHERE id = {participant}");

    private async Task<JsonElement> ImportAsync(Guid training, Guid session, params string[] rows)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(string.Join('\n', ["NIP,Status,Alasan", .. rows])), "file", "kehadiran.csv" },
        };
        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/sessions/{session}/attendance/import", form);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
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
