using System.Net.Http.Json;
using System.Text;

namespace Pionir.Api.Tests.Trainings;

public sealed class CopyApiTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    private const string Trainings = "/api/v1/trainings";

    [Fact]
    public async Task Copy_MovesTheTimetableAlong_AndLeavesPeopleAndPapers()
    {
        var original = await scene.OpenedAsync("Disalin");

        var response = await scene
            .Client(scene.Officer)
            .PostAsJsonAsync($"{Trainings}/{original}/copy", new { start = "2026-05-04", batch = "II" });
        var id = (await PlanningScene.BodyAsync(response)).GetProperty("id").GetGuid();

        var copy = await scene.GetAsync(scene.Officer, $"{Trainings}/{id}");
        copy.GetProperty("state").GetString().ShouldBe("draft");
        copy.GetProperty("plan").GetProperty("end").GetString().ShouldBe("2026-05-08");
        copy.GetProperty("plan").GetProperty("batch").GetString().ShouldBe("II");
        copy.GetProperty("derivedJp").GetInt32().ShouldBe(2);
        copy.GetProperty("documentCount").GetInt32().ShouldBe(0);
        var programme = await scene.GetAsync(scene.Officer, $"{Trainings}/{id}/sessions");
        programme.GetProperty("days")[0].GetProperty("date").GetString().ShouldBe("2026-05-04");
    }

    [Fact]
    public async Task CopyYear_KeepsWeekdays_AndCopiesNothingTwice()
    {
        await scene.PlannedAsync("Tahunan");
        var body = new
        {
            fromYear = 2026,
            toYear = 2027,
            withSessions = true,
        };

        var first = await SendAsync(body);
        var second = await SendAsync(body);

        first.GetProperty("copied").GetInt32().ShouldBeGreaterThan(0);
        second.GetProperty("copied").GetInt32().ShouldBe(0);
        second.GetProperty("skipped").GetInt32().ShouldBe(first.GetProperty("copied").GetInt32());
        var list = await scene.GetAsync(scene.Officer, $"{Trainings}?year=2027&q=tahunan");
        DateOnly
            .Parse(list.GetProperty("items")[0].GetProperty("start").GetString()!, null)
            .DayOfWeek.ShouldBe(DayOfWeek.Monday);
    }

    [Fact]
    public async Task CopyYear_ClickedManyTimesAtOnce_CopiesNothingTwice()
    {
        await scene.PlannedAsync("Serentak");
        var body = new { fromYear = 2026, toYear = 2031 };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(body)));

        (
            await scene.ScalarAsync<long>(
                $"SELECT count(*) - count(DISTINCT copied_from) FROM trainings WHERE year = 2031"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task CopyYear_IntoItself_IsRefused() =>
        await scene
            .Client(scene.Officer)
            .PostAsJsonAsync($"{Trainings}/copy-year", new { fromYear = 2026, toYear = 2026 })
            .ShouldRefuseAsync(400, "training.copy_into_same_year");

    [Fact]
    public async Task Export_NeutralisesFormulas()
    {
        await scene.PlannedAsync("=cmd|' /C calc'!A0");

        var csv = await scene.Client(scene.Officer).GetByteArrayAsync($"{Trainings}/export?format=csv&q=cmd");

        var text = Encoding.UTF8.GetString(csv);
        text.ShouldContain("Nama pelatihan");
        text.ShouldNotContain(",=cmd");
        text.ShouldNotContain("\"=cmd");
    }

    [Fact]
    public async Task Export_IsForThoseWhoWatch() =>
        await scene
            .Client(scene.Employee)
            .GetAsync($"{Trainings}/export")
            .ShouldRefuseAsync(403, "access.permission_missing");

    [Fact]
    public async Task Board_ShowsWhatATrainingWaitsFor()
    {
        var id = await scene.OpenedAsync("Dipantau");

        var board = await scene.GetAsync(scene.Officer, $"{Trainings}/board?q=dipantau");
        var stranger = await scene.GetAsync(scene.Stranger, $"{Trainings}/board?q=dipantau");

        var row = board.GetProperty("items")[0];
        row.GetProperty("id").GetGuid().ShouldBe(id);
        row.GetProperty("next").GetProperty("missingDocuments")[0].GetString().ShouldBe("assignmentLetter");
        row.GetProperty("sessions").GetInt32().ShouldBe(1);
        stranger.GetProperty("total").GetInt32().ShouldBe(0);
    }

    private async Task<System.Text.Json.JsonElement> SendAsync(object body)
    {
        var response = await scene.Client(scene.Officer).PostAsJsonAsync($"{Trainings}/copy-year", body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await PlanningScene.BodyAsync(response);
    }
}
