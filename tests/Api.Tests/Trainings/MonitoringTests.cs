using System.IO.Compression;
using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

public sealed class MonitoringTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Theory]
    [InlineData("3.3", "pdf", "%PDF-")]
    [InlineData("3.4", "pdf", "%PDF-")]
    [InlineData("3.3", "xlsx", "PK")]
    [InlineData("3.4", "xlsx", "PK")]
    public async Task Forms_ComeAsPdfAndXlsx(string form, string format, string begins)
    {
        var (training, _) = await CoachedAsync();
        var response = await api.Client(api.Officer)
            .GetAsync($"/api/v1/trainings/{training}/monitoring-forms/{form}?format={format}");
        var content = await response.Content.ReadAsByteArrayAsync();
        ((int)response.StatusCode).ShouldBe(200);
        System.Text.Encoding.ASCII.GetString(content, 0, begins.Length).ShouldBe(begins);
    }

    [Fact]
    public async Task FormWithoutContracts_SaysWhatIsMissing_AndWhatFillsIt()
    {
        var training = await api.AddTrainingAsync();

        var sheet = await api.Client(api.Officer)
            .GetByteArrayAsync($"/api/v1/trainings/{training}/monitoring-forms/3.4?format=xlsx");

        using var book = new ZipArchive(new MemoryStream(sheet));
        using var rows = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        (await rows.ReadToEndAsync()).ShouldContain("Belum ada kontrak belajar");
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
        await MarkAsync(over, (present, "full"), (absent, "absent"), (gone, "full"));
        await MarkAsync(begun, (present, "full"), (absent, "full"));
        await api.SqlAsync($"UPDATE participants SET state = 'Withdrawn' WHERE id = {gone}");

        var board = await api.GetAsync(api.Officer, $"/trainings/board?size=100&state=running");

        board
            .GetProperty("items")
            .EnumerateArray()
            .Single(row => row.Id("id") == training)
            .GetProperty("attendancePercent")
            .GetInt32()
            .ShouldBe(50);

        Task<JsonElement> MarkAsync(Guid session, params (Guid Person, string Status)[] marks) =>
            api.PostAsync(
                api.Officer,
                $"/trainings/{training}/sessions/{session}/attendance",
                new
                {
                    marks = marks.Select(mark => new
                    {
                        id = Guid.CreateVersion7(),
                        participantId = mark.Person,
                        status = mark.Status,
                    }),
                }
            );
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
