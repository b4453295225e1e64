using System.Net.Http.Json;

namespace Pionir.Api.Tests.Trainings;

public sealed class SessionApiTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    [Fact]
    public async Task Programme_ListsDaysWithSessionsAndJp()
    {
        var id = await scene.PlannedAsync();
        await AddAsync(id, PlanningScene.Session("2026-03-10", "13:00", "14:30"));
        await AddAsync(id, PlanningScene.Session("2026-03-09", "08:00", "09:00"));

        var programme = await scene.GetAsync(scene.Officer, Path(id));

        programme.GetProperty("derivedJp").GetInt32().ShouldBe(3);
        programme
            .GetProperty("days")
            .EnumerateArray()
            .Select(day => day.GetProperty("date").GetString())
            .ShouldBe(["2026-03-09", "2026-03-10"]);
        var session = programme.GetProperty("days")[0].GetProperty("sessions")[0];
        session
            .GetProperty("startsAt")
            .GetDateTimeOffset()
            .ShouldBe(new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero));
        session.GetProperty("instructors")[0].GetProperty("name").GetString().ShouldBe("Dr. Sari");
    }

    [Theory]
    [InlineData("2026-03-20", "08:00", "09:00", 400, "session.outside_training")]
    [InlineData("2026-03-09", "10:00", "09:00", 400, "session.end_before_start")]
    [InlineData("2026-03-09", "08:30", "09:30", 409, "session.overlaps")]
    public async Task Add_ThatDoesNotFit_IsRefused(string date, string start, string end, int status, string code)
    {
        var id = await scene.PlannedAsync();
        await AddAsync(id, PlanningScene.Session());

        await SendAsync(id, PlanningScene.Session(date, start, end)).ShouldRefuseAsync(status, code);
    }

    [Fact]
    public async Task Add_TwiceAtTheSameMoment_KeepsOne()
    {
        var id = await scene.PlannedAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => SendAsync(id, PlanningScene.Session("2026-03-11")))
        );

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        (await scene.ScalarAsync<long>($"SELECT count(*) FROM sessions WHERE training_id = {id}")).ShouldBe(1);
    }

    [Fact]
    public async Task Update_WithAStaleVersion_IsRefused_AndRemovedSessionsAreGone()
    {
        var id = await scene.PlannedAsync();
        var added = await PlanningScene.BodyAsync(await SendAsync(id, PlanningScene.Session()));
        var session = $"{Path(id)}/{added.GetProperty("id").GetGuid()}";
        var version = added.GetProperty("version").GetUInt32();

        await PlanningScene.DoneAsync(
            scene.EditAsync(scene.Officer, session, PlanningScene.Session(end: "11:00"), version)
        );
        await scene
            .EditAsync(scene.Officer, session, PlanningScene.Session(), version)
            .ShouldRefuseAsync(412, "request.stale_version");
        await PlanningScene.DoneAsync(scene.Client(scene.Officer).DeleteAsync(session));
        await scene.Client(scene.Officer).DeleteAsync(session).ShouldRefuseAsync(404, "session.not_found");
    }

    [Fact]
    public async Task Programme_ShowsPlannersWhatClashes_AndEmployeesNot()
    {
        var mine = await scene.OpenedAsync("Pelatihan Bentrok");
        var other = await scene.PlannedAsync("Pelatihan Lain");
        await AddAsync(other, PlanningScene.Session("2026-03-09", "09:00", "10:00"));

        var planner = await scene.GetAsync(scene.Officer, Path(mine));
        var employee = await scene.GetAsync(scene.Employee, Path(mine));

        var clashes = planner.GetProperty("days")[0].GetProperty("sessions")[0].GetProperty("clashes");
        clashes.EnumerateArray().ShouldContain(clash => clash.GetProperty("otherTrainingId").GetGuid() == other);
        clashes[0].GetProperty("kind").GetString().ShouldBe("instructor");
        employee.GetProperty("days")[0].GetProperty("sessions")[0].GetProperty("clashes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Programme_OfADraft_IsNotThereForEmployees() =>
        await scene
            .Client(scene.Employee)
            .GetAsync(Path(await scene.PlannedAsync()))
            .ShouldRefuseAsync(404, "training.not_found");

    [Fact]
    public async Task Add_WithAnUnknownEmployee_IsRefused()
    {
        var id = await scene.PlannedAsync();

        await SendAsync(
                id,
                new
                {
                    date = "2026-03-09",
                    start = "08:00",
                    end = "09:00",
                    subject = "X",
                    instructors = new[] { new { employeeId = Guid.NewGuid() } },
                }
            )
            .ShouldRefuseAsync(400, "session.instructor_unknown");
    }

    private static string Path(Guid training) => $"/api/v1/trainings/{training}/sessions";

    private Task<HttpResponseMessage> SendAsync(Guid training, object session) =>
        scene.Client(scene.Officer).PostAsJsonAsync(Path(training), session);

    private Task AddAsync(Guid training, object session) => PlanningScene.DoneAsync(SendAsync(training, session));
}
