using System.Net;
using System.Net.Http.Json;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

public sealed class CalendarApiTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    private const string Feeds = "/api/v1/calendar/feeds";

    [Fact]
    public async Task Week_ShowsTrainingsWithSessions_AndClashesToPlanners()
    {
        var first = await scene.OpenedAsync("Kalender Satu");
        await scene.OpenedAsync("Kalender Dua");
        const string week = "/api/v1/calendar?from=2026-03-09&to=2026-03-15";

        var planner = await scene.GetAsync(scene.Officer, week);
        var employee = await scene.GetAsync(scene.Employee, week);

        Find(planner, first).GetProperty("clashes").GetInt32().ShouldBeGreaterThan(0);
        Find(employee, first).GetProperty("clashes").GetInt32().ShouldBe(0);
        planner
            .GetProperty("sessions")
            .EnumerateArray()
            .ShouldContain(session => session.GetProperty("trainingId").GetGuid() == first);
    }

    [Fact]
    public async Task Year_HasNoSessions_AndOutsideDaysNothing()
    {
        await scene.OpenedAsync();

        var year = await scene.GetAsync(scene.Officer, "/api/v1/calendar?from=2026-01-01&to=2026-12-31");
        var april = await scene.GetAsync(scene.Officer, "/api/v1/calendar?from=2026-04-01&to=2026-04-30");

        year.GetProperty("trainings").GetArrayLength().ShouldBeGreaterThan(0);
        year.GetProperty("sessions").GetArrayLength().ShouldBe(0);
        april.GetProperty("trainings").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("from=2026-04-01&to=2026-03-01", "calendar.end_before_start")]
    [InlineData("from=2020-01-01&to=2026-03-01", "calendar.too_long")]
    public async Task WrongDays_AreRefused(string days, string code) =>
        await scene.Client(scene.Officer).GetAsync("/api/v1/calendar?" + days).ShouldRefuseAsync(400, code);

    [Fact]
    public async Task PublicFeed_ReadsWithoutSigningIn_UntilRevoked()
    {
        await scene.OpenedAsync("Terbit, dengan; tanda \\ dan nama yang sangat panjang sekali 🎓 sampai terlipat");
        await scene.PlannedAsync("Masih draf");
        var made = await CreateAsync(scene.Employee, new { kind = "public", name = "Semua" });
        var path = made.GetProperty("path").GetString()!;

        var response = await scene.Client().GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("SUMMARY:Terbit\\, dengan\\; tanda \\\\ dan");
        text.ShouldNotContain("Masih draf");
        text.ShouldContain("DTSTART;VALUE=DATE:20260309\r\n");
        text.ShouldContain("DTEND;VALUE=DATE:20260314\r\n");
        text.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
        (
            await scene.Client(scene.Employee).DeleteAsync($"{Feeds}/{made.GetProperty("id").GetGuid()}")
        ).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await scene.Client().GetAsync(path).ShouldRefuseAsync(404, "calendar_feed.not_found");
    }

    [Fact]
    public async Task Feed_KeepsOnlyAHash_AndBelongsToItsMaker()
    {
        var made = await CreateAsync(
            scene.Officer,
            new
            {
                kind = "unit",
                unitId = scene.Centre,
                name = "Pusat",
            }
        );
        var secret = made.GetProperty("secret").GetString()!;

        (await scene.ScalarAsync<long>($"SELECT count(*) FROM calendar_feeds WHERE token_hash = {secret}")).ShouldBe(0);
        (await scene.GetAsync(scene.Employee, Feeds)).GetArrayLength().ShouldBe(0);
        await scene
            .Client(scene.Employee)
            .DeleteAsync($"{Feeds}/{made.GetProperty("id").GetGuid()}")
            .ShouldRefuseAsync(404, "calendar_feed.not_found");
    }

    [Fact]
    public async Task Feed_ShowsWhatItsMakerMaySeeToday()
    {
        var account = await scene.AccountAsync((Role.TrainingOfficer, UnitId.From(scene.Centre)));
        var officer = scene.Officer with { UserId = account.Id.Value };
        var unit = await PathAsync(
            officer,
            new
            {
                kind = "unit",
                unitId = scene.Centre,
                name = "Pusat",
            }
        );
        var everybody = await PathAsync(officer, new { kind = "public", name = "Semua" });
        (await scene.Client().GetAsync(unit)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await scene.SqlAsync(
            $"UPDATE role_assignments SET unit_id = {scene.Elsewhere} WHERE account_id = {officer.UserId}"
        );
        await scene.Client().GetAsync(unit).ShouldRefuseAsync(404, "calendar_feed.not_found");
        (await scene.Client().GetAsync(everybody)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await scene.SqlAsync($"UPDATE accounts SET status = 'Disabled' WHERE id = {officer.UserId}");
        await scene.Client().GetAsync(everybody).ShouldRefuseAsync(404, "calendar_feed.not_found");
    }

    [Fact]
    public async Task Feed_ShowsACancellation_OnlyToThoseWhoCouldSeeThePlan()
    {
        var draft = await scene.PlannedAsync("Batal sebelum diajukan");
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, draft, "cancel", new { reason = "Tidak jadi" }));
        var opened = await scene.OpenedAsync("Batal sesudah dibuka");
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, opened, "cancel", new { reason = "Tidak jadi" }));
        object[] feeds =
        [
            new
            {
                kind = "unit",
                unitId = scene.Centre,
                name = "Pusat",
            },
            new { kind = "public", name = "Semua" },
        ];

        foreach (var feed in feeds)
        {
            var text = await scene.Client().GetStringAsync(await PathAsync(scene.Officer, feed));
            text.ShouldNotContain("Batal sebelum diajukan");
            text.ShouldContain("Batal sesudah dibuka");
            text.ShouldContain("STATUS:CANCELLED");
        }
    }

    [Fact]
    public async Task Feed_OfAForeignUnit_OrWithoutAnEmployee_IsRefused()
    {
        await SendAsync(
                scene.Officer,
                new
                {
                    kind = "unit",
                    unitId = scene.Elsewhere,
                    name = "X",
                }
            )
            .ShouldRefuseAsync(400, "calendar_feed.unit_out_of_scope");
        await SendAsync(scene.Officer, new { kind = "person", name = "X" })
            .ShouldRefuseAsync(422, "calendar_feed.no_employee");
        await SendAsync(scene.Officer, new { kind = "unit", name = "X" }).ShouldRefuseAsync(400, "field.required");
    }

    private static System.Text.Json.JsonElement Find(System.Text.Json.JsonElement calendar, Guid training) =>
        calendar.GetProperty("trainings").EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == training);

    private Task<HttpResponseMessage> SendAsync(TestUser user, object body) =>
        scene.Client(user).PostAsJsonAsync(Feeds, body);

    private async Task<string> PathAsync(TestUser user, object body) =>
        (await CreateAsync(user, body)).GetProperty("path").GetString()!;

    private async Task<System.Text.Json.JsonElement> CreateAsync(TestUser user, object body)
    {
        var response = await SendAsync(user, body);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await PlanningScene.BodyAsync(response);
    }
}
