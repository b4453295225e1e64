using System.Net;
using System.Net.Http.Json;

namespace Pionir.Api.Tests.Trainings;

public sealed class TrainingPlanApiTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    private const string Trainings = "/api/v1/trainings";

    public static TheoryData<string, object?, string, string> Wrong =>
        new()
        {
            { "title", "", "field.required", "title" },
            { "title", new string('x', 301), "field.too_long", "title" },
            { "end", "2026-03-01", "date_range.end_before_start", "end" },
            { "year", 2027, "training.year_outside_dates", "year" },
            { "quota", 0, "training.quota_out_of_range", "quota" },
            { "form", "tidak ada", "training.form_unknown", "form" },
            { "workingGroup", "tidak ada", "training.working_group_unknown", "workingGroup" },
            { "programmeJp", 40, "training.programme_jp_needs_reason", "programmeJpReason" },
            { "onlineLink", "javascript:alert(1)", "field.web_address", "onlineLink" },
            {
                "onlineLink",
                "https://rapat.example/a\r\nATTACH:https://lain.example",
                "field.web_address",
                "onlineLink"
            },
            { "timeZone", "Mars", "training.time_zone_unknown", "timeZone" },
        };

    [Fact]
    public async Task Create_GivesADraftWithTheNextCode_InThePlannersUnit()
    {
        var first = await scene.GetAsync(scene.Officer, $"{Trainings}/{await scene.PlannedAsync()}");
        var second = await scene.GetAsync(scene.Officer, $"{Trainings}/{await scene.PlannedAsync()}");

        first.GetProperty("state").GetString().ShouldBe("draft");
        first.GetProperty("unitId").GetGuid().ShouldBe(scene.Centre);
        var code = first.GetProperty("activityCode").GetString()!;
        code.ShouldMatch("^PPK-2026-[0-9]{4}$");
        int.Parse(second.GetProperty("activityCode").GetString()![^4..], null)
            .ShouldBeGreaterThan(int.Parse(code[^4..], null));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Create_WithAWrongField_NamesItInBothLanguages(string field, object? value, string code, string at)
    {
        var plan = PlanningScene.Plan();
        plan[field] = value;

        var problem = await scene
            .Client(scene.Officer)
            .PostAsJsonAsync(Trainings, new { plan })
            .ShouldRefuseAsync(400, code);

        problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(at);
    }

    [Theory]
    [InlineData("Pelatihan \"O'Brien\" 🎓")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("عربي \u202Enahital\u202C")]
    [InlineData("'; DROP TABLE trainings; --")]
    public async Task Create_KeepsAnyTitleAsItIs(string title)
    {
        var id = await scene.PlannedAsync(title);

        (await scene.GetAsync(scene.Officer, $"{Trainings}/{id}")).GetProperty("title").GetString().ShouldBe(title);
    }

    [Fact]
    public async Task Create_InAnotherUnit_IsRefused() =>
        await scene
            .Client(scene.Officer)
            .PostAsJsonAsync(Trainings, new { unitId = scene.Elsewhere, plan = PlanningScene.Plan() })
            .ShouldRefuseAsync(400, "training.unit_out_of_scope");

    [Fact]
    public async Task Create_ByAnEmployee_IsForbidden() =>
        await scene
            .Client(scene.Employee)
            .PostAsJsonAsync(Trainings, new { plan = PlanningScene.Plan() })
            .ShouldRefuseAsync(403, "access.permission_missing");

    [Fact]
    public async Task Update_NeedsTheVersionThatWasSeen()
    {
        var id = await scene.PlannedAsync();
        var path = $"{Trainings}/{id}";
        var version = (await scene.GetAsync(scene.Officer, path)).GetProperty("version").GetUInt32();

        await scene
            .EditAsync(scene.Officer, path, PlanningScene.Plan("Baru"), null)
            .ShouldRefuseAsync(400, "request.if_match_required");
        var edited = await scene.EditAsync(scene.Officer, path, PlanningScene.Plan("Baru"), version);
        edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        await scene
            .EditAsync(scene.Officer, path, PlanningScene.Plan("Lain"), version)
            .ShouldRefuseAsync(412, "request.stale_version");

        (await scene.GetAsync(scene.Officer, path)).GetProperty("title").GetString().ShouldBe("Baru");
    }

    [Fact]
    public async Task Update_IsAuditedWithWhatChanged_AndNothingElse()
    {
        var id = await scene.PlannedAsync();
        var plan = PlanningScene.Plan();
        plan["venue"] = "Aula";

        await PlanningScene.DoneAsync(scene.EditAsync(scene.Officer, $"{Trainings}/{id}", plan, 0));

        var changed = await scene.ScalarAsync<string>(
            $"SELECT string_agg(key, ',' ORDER BY key) FROM audit_entries, jsonb_object_keys(details) key WHERE root_id = {id} AND action = 'UpdateTraining'"
        );
        changed.ShouldBe("Revision,Venue");
    }

    [Fact]
    public async Task AnotherUnitsTraining_IsNotThere()
    {
        var id = await scene.PlannedAsync();

        await scene.Client(scene.Stranger).GetAsync($"{Trainings}/{id}").ShouldRefuseAsync(404, "training.not_found");
        await scene
            .EditAsync(scene.Stranger, $"{Trainings}/{id}", PlanningScene.Plan(), 0)
            .ShouldRefuseAsync(404, "training.not_found");
        await scene.MoveAsync(scene.Stranger, id, "submit").ShouldRefuseAsync(404, "training.not_found");
    }

    [Fact]
    public async Task List_ShowsEmployeesWhatIsPublished_AndPlannersEverything()
    {
        var word = Guid.NewGuid().ToString("N")[..8];
        await scene.PlannedAsync($"Rencana {word}");
        await scene.OpenedAsync($"Terbuka {word}");
        var path = $"{Trainings}?q={word.ToUpperInvariant()}&sort=title";

        var planner = await scene.GetAsync(scene.Officer, path);
        var employee = await scene.GetAsync(scene.Employee, path);

        planner.GetProperty("total").GetInt32().ShouldBe(2);
        employee
            .GetProperty("items")
            .EnumerateArray()
            .Select(row => row.GetProperty("title").GetString())
            .ShouldBe([$"Terbuka {word}"]);
        employee.GetProperty("items")[0].GetProperty("jp").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("state=draft&state=returned", 1)]
    [InlineData("year=2025", 0)]
    [InlineData("scheme=sentOut", 0)]
    [InlineData("from=2026-03-10&to=2026-03-11", 1)]
    [InlineData("from=2026-03-14", 0)]
    [InlineData("form=diklat-teknis&cluster=klasikal&colour=navy", 1)]
    public async Task List_Narrows(string filter, int expected)
    {
        var word = Guid.NewGuid().ToString("N")[..8];
        await scene.PlannedAsync($"Saring {word}");

        var list = await scene.GetAsync(scene.Officer, $"{Trainings}?q={word}&{filter}");

        list.GetProperty("total").GetInt32().ShouldBe(expected);
    }

    [Fact]
    public async Task SignedOut_IsRefused() =>
        await scene.Client().GetAsync(Trainings).ShouldRefuseAsync(401, "access.sign_in_required");

    [Fact]
    public async Task View_HidesBudgetAndNotes_FromThoseWhoOnlyReadTheCatalogue()
    {
        var id = await scene.OpenedAsync();
        await scene.SqlAsync($"UPDATE trainings SET notes = {"rahasia"}, budget_ceiling = {1000m} WHERE id = {id}");

        var employee = await scene.GetAsync(scene.Employee, $"{Trainings}/{id}");
        var officer = await scene.GetAsync(scene.Officer, $"{Trainings}/{id}");

        employee.GetProperty("plan").GetProperty("notes").GetString().ShouldBeNull();
        employee.GetProperty("abilities").GetProperty("canEdit").GetBoolean().ShouldBeFalse();
        officer.GetProperty("plan").GetProperty("notes").GetString().ShouldBe("rahasia");
        officer.GetProperty("abilities").GetProperty("canEdit").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task ManyAtOnce_GetCodesOfTheirOwn()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => scene.PlannedAsync()));

        var codes = await scene.ScalarAsync<long>(
            $"SELECT count(DISTINCT activity_code) FROM trainings WHERE id = ANY ({ids})"
        );
        codes.ShouldBe(12);
    }
}
