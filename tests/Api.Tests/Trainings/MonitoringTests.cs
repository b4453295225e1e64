using System.Text.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

public sealed class MonitoringTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly string[] AttendanceColumns =
    [
        "No.",
        "Nama",
        "NIP/NI PPPK/NRP",
        "Unit/Instansi",
        "Kehadiran (sesi): Penuh",
        "Kehadiran (sesi): Sebagian",
        "Kehadiran (sesi): Tidak hadir",
        "Kehadiran (sesi): Izin",
        "Belum dicatat",
        "Menit hadir",
        "Persen",
    ];

    [Fact]
    public async Task Form33_CountsEachStatus_OfEverybodyWithASeat()
    {
        var (training, people) = await MarkedAsync();

        var sheet = await SheetAsync(training, "3.3");
        var text = await PaperAsync(training, "3.3");

        var at = sheet.ToList().FindIndex(row => row.SequenceEqual(AttendanceColumns));
        sheet[0].ShouldBe(["Formulir 3.3 Monitoring kehadiran"]);
        sheet.Take(at).ShouldContain(row => row[0]!.Equals("Tanggal: 1–4 Maret 2026"));
        // Two of the four sessions are over: both full; an hour of one and nothing of the other; excused from both.
        sheet[at + 1].ShouldBe([1m, .. await WhoAsync(people[0]), 2m, 0m, 0m, 0m, 2m, 480m, 50m]);
        sheet[at + 2].ShouldBe([2m, .. await WhoAsync(people[1]), 0m, 1m, 1m, 0m, 2m, 60m, 6.2m]);
        sheet[at + 3].ShouldBe([3m, .. await WhoAsync(people[2]), 0m, 0m, 0m, 2m, 2m, 0m, 0m]);
        sheet.Count.ShouldBe(at + 4);
        text.ShouldContain("FORMULIR 3.3 MONITORING KEHADIRAN");
        text.ShouldMatch(@"2\s+Budi\s+\d{8} \d{6} \d \d{3}\s+Unit\s+0\s+1\s+1\s+0\s+2\s+60\s+6,2\s");
        text.ShouldMatch(@"3\s+Citra\s+\d{8} \d{6} \d \d{3}\s+Unit\s+0\s+0\s+0\s+2\s+2\s+0\s+0\s");
    }

    [Fact]
    public async Task Form34_ShowsAgreedAndHeldMeetings_WithTheirDays()
    {
        var (training, agreement) = await CoachedAsync();
        foreach (var day in new[] { "2026-03-01", "2026-03-02" })
        {
            await api.PostAsync(
                api.Officer,
                $"/trainings/{training}/coaching/{agreement}/meetings",
                new
                {
                    heldOn = day,
                    minutes = 60,
                    topic = "Rencana belajar",
                }
            );
        }

        var row = (await SheetAsync(training, "3.4"))[^1];
        var text = await PaperAsync(training, "3.4");

        row[0].ShouldBe(1m);
        row.Skip(3).ShouldBe(["Coaching", "Dr. Budi", "Mampu memimpin rapat", 3m, 2m, "1 Mar 2026; 2 Mar 2026"]);
        text.ShouldContain("FORMULIR 3.4 MONITORING COACHING DAN MENTORING");
        text.ShouldMatch(@"Coaching\s+Dr\. Budi\s+Mampu memimpin rapat\s+3\s+2\s+1 Mar 2026; 2 Mar 2026");
    }

    [Fact]
    public async Task FormWithoutContracts_SaysWhatIsMissing_AndWhatFillsIt()
    {
        var training = await api.AddTrainingAsync();

        var sheet = await SheetAsync(training, "3.4");

        sheet.ShouldContain(row => row[0]!.ToString()!.StartsWith("Belum ada kontrak belajar"));
        (await PaperAsync(training, "3.4")).ShouldContain("Belum ada kontrak belajar");
    }

    [Fact]
    public async Task Coaching_ShowsAgreedAndHeldMeetings()
    {
        var (training, agreement) = await CoachedAsync();
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/coaching/{agreement}/meetings",
            new
            {
                heldOn = "2026-03-01",
                minutes = 60,
                topic = "Rencana belajar",
            }
        );
        (
            await api.PostAsync(
                api.Officer,
                $"/trainings/{training}/coaching/{agreement}/meetings",
                new
                {
                    heldOn = "2026-03-05",
                    minutes = 60,
                    topic = "Besok",
                },
                422
            )
        ).Code().ShouldBe("coaching.meeting_in_future");

        var rows = await api.GetAsync(api.Officer, $"/trainings/{training}/coaching");

        rows[0].GetProperty("agreedMeetings").GetInt32().ShouldBe(3);
        rows[0].GetProperty("meetings").GetArrayLength().ShouldBe(1);
    }

    /// <summary>One of two is there in the session that is over; the other session has just begun.</summary>
    [Fact]
    public async Task Board_CountsAttendance_OfSessionsThatAreOver_AndPeopleWhoStayed()
    {
        var today = new DateOnly(2026, 3, 2);
        var training = await api.AddTrainingAsync(state: "Running", start: today.AddDays(-1), days: 2);
        var over = await api.AddSessionAsync(training, today.AddDays(-1));
        var begun = await api.AddSessionAsync(training, today);
        var present = await api.AddParticipantAsync(training, "Confirmed");
        var absent = await api.AddParticipantAsync(training, "Confirmed");
        var gone = await api.AddParticipantAsync(training, "Confirmed");
        foreach (var (person, status) in new[] { (present, "full"), (absent, "absent"), (gone, "full") })
            await api.MarkAsync(training, over, person, status);
        foreach (var person in new[] { present, absent })
            await api.MarkAsync(training, begun, person, "full");
        await api.SqlAsync($"UPDATE participants SET state = 'Withdrawn' WHERE id = {gone}");

        var board = await api.GetAsync(api.Officer, $"/trainings/board?size=100&state=running");

        board
            .GetProperty("items")
            .EnumerateArray()
            .Single(row => row.Id("id") == training)
            .GetProperty("attendancePercent")
            .GetInt32()
            .ShouldBe(50);
    }

    [Fact]
    public async Task Recommendation_NamesWhoLacksJp_AndLeavesOutWhoIsListed()
    {
        var training = await api.AddTrainingAsync();
        var unit = await api.AddUnitAsync();
        var lacking = await api.AddEmployeeAsync(unit);
        var listed = await api.AddEmployeeAsync(unit);
        await api.AddParticipantAsync(training, "Nominated", listed);

        var found = await api.GetAsync(
            api.Officer,
            $"/trainings/{training}/participants/recommendations?unitId={unit}"
        );

        var person = found.GetProperty("items").EnumerateArray().Single();
        person.Id("employeeId").ShouldBe(lacking);
        person.GetProperty("shortage").GetInt32().ShouldBe(20);
    }

    private async Task<(Guid Training, Guid[] People)> MarkedAsync()
    {
        var first = new DateOnly(2026, 3, 1);
        var training = await api.AddTrainingAsync(state: "Running", start: first, days: 4);
        var sessions = new List<Guid>();
        foreach (var day in Enumerable.Range(0, 4))
            sessions.Add(await api.AddSessionAsync(training, first.AddDays(day)));
        Guid[] people =
        [
            await api.AddParticipantAsync(training, "Confirmed"),
            await api.AddParticipantAsync(training, "Confirmed"),
            await api.AddParticipantAsync(training, "Confirmed"),
        ];
        string[] names = ["Ana", "Budi", "Citra"];
        foreach (var (person, name) in people.Zip(names))
            await api.SqlAsync($"UPDATE participants SET name = {name} WHERE id = {person}");
        await api.AddParticipantAsync(training, "Invited");
        foreach (
            var (session, person, status, minutes) in new[]
            {
                (sessions[0], people[0], "full", null),
                (sessions[1], people[0], "full", null),
                (sessions[0], people[1], "partly", (int?)60),
                (sessions[1], people[1], "absent", null),
                (sessions[0], people[2], "excused", null),
                (sessions[1], people[2], "excused", null),
            }
        )
        {
            await api.MarkAsync(training, session, person, status, minutes);
        }
        return (training, people);
    }

    private async Task<object[]> WhoAsync(Guid participant) =>
        [
            await api.ScalarAsync<string>($"SELECT name FROM participants WHERE id = {participant}"),
            await api.ScalarAsync<string>($"SELECT identity_number FROM participants WHERE id = {participant}"),
            "Unit",
        ];

    private async Task<IReadOnlyList<IReadOnlyList<object?>>> SheetAsync(Guid training, string form) =>
        Workbook.Read(await FileAsync(training, form, "xlsx"));

    private async Task<string> PaperAsync(Guid training, string form) =>
        await PdfPrograms.PdftotextAsync(await FileAsync(training, form, "pdf"));

    private Task<byte[]> FileAsync(Guid training, string form, string format) =>
        api.Client(api.Officer)
            .GetByteArrayAsync($"/api/v1/trainings/{training}/monitoring-forms/{form}?format={format}");

    private async Task<(Guid Training, Guid Agreement)> CoachedAsync()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 3, 1));
        var participant = await api.AddParticipantAsync(training, "Confirmed");
        var body = JsonSerializer.Serialize(
            new
            {
                kind = "coaching",
                coachName = "Dr. Budi",
                goal = "Mampu memimpin rapat",
                agreedMeetings = 3,
            }
        );
        var saved = await api.Client(api.Officer)
            .PutAsync(
                $"/api/v1/trainings/{training}/participants/{participant}/coaching",
                new StringContent(body, System.Text.Encoding.UTF8, "application/json")
            );
        saved.EnsureSuccessStatusCode();
        var answer = JsonSerializer.Deserialize<JsonElement>(await saved.Content.ReadAsStringAsync());
        return (training, answer.Id("agreementId"));
    }
}
