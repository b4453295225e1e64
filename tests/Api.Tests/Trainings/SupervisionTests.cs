using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Trainings.EventHandlers;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>Learning on one's own and in communities: each superior monitors their own people.</summary>
public sealed class SupervisionTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly object Seen = new
    {
        heldOn = "2026-03-01",
        minutes = 30,
        topic = "Dua modul selesai",
    };

    [Fact]
    public async Task HandedOver_TheSuperiorIsTold_AndNotes_TheLearnerOnlyReads()
    {
        var (training, person, superior) = await LearningAsync();
        await api.AddParticipantAsync(training, "Confirmed");

        var made = await HandOverAsync(training);

        made.GetProperty("made").GetInt32().ShouldBe(1);
        made.GetProperty("without").GetArrayLength().ShouldBe(1);
        var boss = TrainingFixture.Employee(superior);
        var row = (await api.GetAsync(boss, "/me/coaching")).EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("canNote").GetBoolean().ShouldBeTrue();
        var meetings = $"/trainings/{training}/coaching/{row.Id("agreementId")}/meetings";
        await api.PostAsync(TrainingFixture.Employee(person), meetings, Seen, 404);
        await api.PostAsync(boss, meetings, Seen);
        var mine = await api.GetAsync(TrainingFixture.Employee(person), "/me/coaching");
        mine[0].GetProperty("canNote").GetBoolean().ShouldBeFalse();
        mine[0].GetProperty("meetings").GetArrayLength().ShouldBe(1);
        (await Codes(boss, "/notifications")).ShouldContain("coaching.monitoring_asked");
        (await Codes(boss, "/waiting-items")).ShouldContain("coaching.monitoring_waits");
    }

    [Fact]
    public async Task HandedOverAgain_ChangesNothing_ButPassesToTheNewSuperior()
    {
        var (training, person, superior) = await LearningAsync();
        await HandOverAsync(training);
        var again = await HandOverAsync(training);
        (again.GetProperty("made").GetInt32(), again.GetProperty("takenOver").GetInt32()).ShouldBe((0, 0));
        var next = await api.AddEmployeeAsync();
        await api.SqlAsync($"UPDATE employees SET supervisor_id = {next} WHERE id = {person}");

        (await HandOverAsync(training)).GetProperty("takenOver").GetInt32().ShouldBe(1);

        (await api.GetAsync(TrainingFixture.Employee(next), "/me/coaching")).GetArrayLength().ShouldBe(1);
        (await api.GetAsync(TrainingFixture.Employee(superior), "/me/coaching")).GetArrayLength().ShouldBe(0);
    }

    /// <summary>Nobody has to hand anything over again: HR's record says who leads whom.</summary>
    [Fact]
    public async Task AnotherSuperiorInTheRecord_MonitorsAndDecides_FromThenOn()
    {
        var (training, person, superior) = await LearningAsync();
        await HandOverAsync(training);
        var candidate = await api.AddEmployeeAsync(supervisor: superior);
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants",
            new { employeeIds = new[] { candidate } }
        );
        var next = await api.AddEmployeeAsync();
        var people = new[] { person, candidate };
        await api.SqlAsync($"UPDATE employees SET supervisor_id = {next} WHERE id = ANY({people})");

        await FollowAsync();

        var (before, now) = (TrainingFixture.Employee(superior), TrainingFixture.Employee(next));
        (await api.GetAsync(now, "/me/coaching")).GetArrayLength().ShouldBe(1);
        (await api.GetAsync(before, "/me/coaching")).GetArrayLength().ShouldBe(0);
        (await Codes(now, "/notifications")).ShouldContain("coaching.monitoring_asked");
        (await api.GetAsync(now, "/nominations")).GetProperty("total").GetInt32().ShouldBe(1);
        (await api.GetAsync(before, "/nominations")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task CoachesAreNotHandedOver_NorForeignTrainings()
    {
        var (training, _, _) = await LearningAsync();
        var body = Terms("mentoring");
        (await api.PostAsync(api.Officer, $"/trainings/{training}/supervision", body, 400))
            .Code()
            .ShouldBe("coaching.not_supervised");
        await api.PostAsync(api.Officer, $"/trainings/{Guid.NewGuid()}/supervision", Terms("community"), 404);
        await api.PostAsync(
            TrainingFixture.Employee(await api.AddEmployeeAsync()),
            $"/trainings/{training}/supervision",
            Terms("community"),
            403
        );
    }

    [Fact]
    public async Task ThePaperOfSuperiors_HoldsTheirPeople_AndForm34DoesNot()
    {
        var (training, _, _) = await LearningAsync();
        await HandOverAsync(training);

        (await PaperAsync(training, "supervision")).ShouldContain("Belajar mandiri");
        (await PaperAsync(training, "3.4")).ShouldContain("Belum ada kontrak belajar");
    }

    private async Task<(Guid Training, Guid Person, Guid Superior)> LearningAsync()
    {
        var training = await api.AddTrainingAsync(state: "Running", start: new DateOnly(2026, 3, 1));
        var superior = await api.AddEmployeeAsync();
        var person = await api.AddEmployeeAsync(supervisor: superior);
        await api.AddParticipantAsync(training, "Confirmed", person);
        return (training, person, superior);
    }

    private Task<bool> FollowAsync() =>
        api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<FollowSuperiors>().RunAsync(TestContext.Current.CancellationToken);
            return true;
        });

    private Task<JsonElement> HandOverAsync(Guid training) =>
        api.PostAsync(api.Officer, $"/trainings/{training}/supervision", Terms("selfLearning"));

    private static object Terms(string kind) =>
        new
        {
            kind,
            goal = "Menyelesaikan empat modul",
            agreedMeetings = 2,
        };

    private async Task<List<string>> Codes(TestUser user, string path) =>
        [
            .. (await api.GetAsync(user, path))
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("code").GetString()!),
        ];

    private async Task<string> PaperAsync(Guid training, string form)
    {
        var sheet = await api.Client(api.Officer)
            .GetByteArrayAsync($"/api/v1/trainings/{training}/monitoring-forms/{form}?format=xlsx");
        return string.Join('\n', Workbook.Read(sheet).SelectMany(row => row));
    }
}
