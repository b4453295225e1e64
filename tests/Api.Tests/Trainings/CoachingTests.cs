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
        var agreement = (await RowAsync(training)).Id("agreementId");
        var meeting = new
        {
            heldOn = "2026-03-01",
            minutes = 60,
            topic = "Rencana kerja",
        };

        foreach (var employee in new[] { person, coach })
        {
            var me = TrainingFixture.Employee(employee);
            var mine = (await api.GetAsync(me, "/me/coaching")).EnumerateArray().ShouldHaveSingleItem();
            mine.GetProperty("canNote").GetBoolean().ShouldBeTrue();
            mine.GetProperty("canChange").GetBoolean().ShouldBeFalse();
            await api.PostAsync(me, $"/trainings/{training}/coaching/{agreement}/meetings", meeting);
        }
        var stranger = TrainingFixture.Employee(await api.AddEmployeeAsync());
        (await api.GetAsync(stranger, "/me/coaching")).GetArrayLength().ShouldBe(0);
        await api.PostAsync(stranger, $"/trainings/{training}/coaching/{agreement}/meetings", meeting, 404);
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
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        if (code is not null)
            JsonSerializer.Deserialize<JsonElement>(text).Code().ShouldBe(code);
    }

    private async Task<int> UploadAsync(TestUser user, string path, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "kontrak.pdf" } };
        return (int)(await api.Client(user).PostAsync(path, form)).StatusCode;
    }
}
