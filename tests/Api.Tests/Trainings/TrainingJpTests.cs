using System.Net.Http.Json;
using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

/// <summary>What a training promises is what its completion will give: by the rule of its form, everywhere the same.</summary>
public sealed class TrainingJpTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    private const string Trainings = "/api/v1/trainings";

    [Fact]
    public async Task SixHoursOfELearningInADay_AreThreeJp_WhereverTheyAreShown()
    {
        var id = await PlanAsync("e-learning", ("allowsSelfApplication", true));
        await AddSessionAsync(id, "08:00", "14:00");
        await OpenAsync(id);

        var detail = await ReadAsync(id);
        (detail.Number("jp"), detail.Number("derivedJp")).ShouldBe((3, 8));
        foreach (
            var list in new[]
            {
                $"{Trainings}?year=2026",
                "/api/v1/calendar?from=2026-03-01&to=2026-03-31",
                "/api/v1/catalogue",
            }
        )
        {
            var shown = await scene.GetAsync(scene.Officer, list);
            var lines = shown.TryGetProperty("items", out var items) ? items : shown.GetProperty("trainings");
            var line = lines
                .EnumerateArray()
                .Single(row =>
                    (row.TryGetProperty("trainingId", out var named) ? named : row.GetProperty("id")).GetGuid() == id
                );
            line.Number("jp").ShouldBe(3, list);
        }
        (await scene.GetAsync(scene.Officer, $"{Trainings}/{id}/sessions")).Number("jp").ShouldBe(3);
    }

    [Fact]
    public async Task FormThatGivesJpForTheWhole_OpensWithoutSessions()
    {
        var id = await PlanAsync("magang");
        await ApproveAsync(id);

        var detail = await ReadAsync(id);
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, id, "open"));

        detail.Number("jp").ShouldBe(20);
        detail.GetProperty("nextStep").GetProperty("needsJp").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task FormCountedByMinutes_DoesNotOpenWithoutSessions()
    {
        var id = await PlanAsync("diklat-teknis");
        await ApproveAsync(id);

        (await ReadAsync(id)).GetProperty("nextStep").GetProperty("needsJp").GetBoolean().ShouldBeTrue();
        await scene.MoveAsync(scene.Officer, id, "open").ShouldRefuseAsync(422, "training.jp_missing");
    }

    [Fact]
    public async Task Jp_FollowPlanSessionsAndCopies()
    {
        var id = await PlanAsync("coaching");
        for (var hour = 8; hour < 11; hour++)
            await AddSessionAsync(id, $"{hour:00}:00", $"{hour:00}:45");
        (await ReadAsync(id)).Number("jp").ShouldBe(4);

        var copy = await PlanningScene.BodyAsync(
            await scene
                .Client(scene.Officer)
                .PostAsJsonAsync($"{Trainings}/{id}/copy", new { start = "2026-03-30", withSessions = true })
        );
        var plan = PlanningScene.Plan("Magang");
        plan["form"] = "magang";
        plan["country"] = "SG";
        var version = (await ReadAsync(id)).GetProperty("version").GetUInt32();
        await PlanningScene.DoneAsync(scene.EditAsync(scene.Officer, $"{Trainings}/{id}", plan, version));

        (await ReadAsync(copy.GetProperty("id").GetGuid())).Number("jp").ShouldBe(4);
        (await ReadAsync(id)).Number("jp").ShouldBe(24);
    }

    [Fact]
    public async Task RevisionWithoutProgrammeJp_SaysWhatTheRuleWillGive()
    {
        var id = await PlanAsync("e-learning", ("programmeJp", 40), ("programmeJpReason", "Kurikulum"));
        await AddSessionAsync(id, "08:00", "14:00");
        await OpenAsync(id);
        var version = (await ReadAsync(id)).GetProperty("version").GetUInt32();

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Trainings}/{id}/revision")
        {
            Content = JsonContent.Create(new { competencies = Array.Empty<object>(), reason = "Kurikulum dicabut" }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        await PlanningScene.DoneAsync(scene.Client(scene.Officer).SendAsync(request));

        var detail = await ReadAsync(id);
        (detail.Number("jp"), detail.GetProperty("revision").Number("jp")).ShouldBe((40, 3));
    }

    private Task<JsonElement> ReadAsync(Guid id) => scene.GetAsync(scene.Officer, $"{Trainings}/{id}");

    private async Task<Guid> PlanAsync(string form, params (string Field, object Value)[] more)
    {
        var plan = PlanningScene.Plan($"Pelatihan {form}");
        plan["form"] = form;
        foreach (var (field, value) in more)
            plan[field] = value;
        var response = await scene.Client(scene.Officer).PostAsJsonAsync(Trainings, new { plan });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return (await PlanningScene.BodyAsync(response)).GetProperty("id").GetGuid();
    }

    private Task AddSessionAsync(Guid id, string start, string end) =>
        PlanningScene.DoneAsync(
            scene
                .Client(scene.Officer)
                .PostAsJsonAsync($"{Trainings}/{id}/sessions", PlanningScene.Session("2026-03-09", start, end))
        );

    private async Task ApproveAsync(Guid id)
    {
        await PlanningScene.DoneAsync(scene.UploadAsync(id, "tor"));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, id, "submit"));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Head, id, "approve"));
    }

    private async Task OpenAsync(Guid id)
    {
        await ApproveAsync(id);
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, id, "open"));
    }
}

file static class Numbers
{
    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
