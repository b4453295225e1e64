using Pionir.Domain.LearningHours;
using static Pionir.Api.Tests.LearningHours.JpRuleFixture;

namespace Pionir.Api.Tests.LearningHours;

public sealed class JpRuleTests(JpRuleFixture api) : IClassFixture<JpRuleFixture>
{
    [Fact]
    public async Task List_ShowsHowEachFormCounts_ToEverybodySignedIn()
    {
        var list = await api.GetAsync(Anybody, "/jp-rules?on=2026-03-02");

        list.GetProperty("rules").GetArrayLength().ShouldBe(26);
        list.GetProperty("canChange").GetBoolean().ShouldBeFalse();
        var coaching = Row(list, "coaching");
        coaching.GetProperty("rule").GetProperty("values").GetProperty("meetingsPerMonth").GetInt32().ShouldBe(2);
        coaching.GetProperty("rule").GetProperty("confirmed").GetBoolean().ShouldBeFalse();
        Row(list, "pendidikan-formal").GetProperty("rule").GetProperty("version").GetString().ShouldBe("default");
        await api.GetAsync(null, "/jp-rules", 401);
        await api.GetAsync(Anybody, "/jp-rules/tidak-ada", 404);
    }

    [Fact]
    public async Task Calculation_ShowsEachStep_WhatWasCutAndThatTheRuleIsUnconfirmed()
    {
        var counted = await api.PostAsync(
            Anybody,
            "/jp/calculation",
            new
            {
                form = "e-learning",
                meetings = new[] { new { on = "2026-03-02", minutes = 300 }, new { on = "2026-03-03", minutes = 90 } },
            }
        );

        counted.GetProperty("jp").GetInt32().ShouldBe(5);
        counted.GetProperty("steps").GetArrayLength().ShouldBe(3);
        counted.GetProperty("limits")[0].GetProperty("from").GetInt32().ShouldBe(6);
        counted.GetProperty("rule").GetProperty("confirmed").GetBoolean().ShouldBeFalse();
        counted.GetProperty("rule").GetProperty("citation").GetString()!.ShouldContain("10/2018");
    }

    [Fact]
    public async Task Calculation_IsByTheRuleOfTheLastDay_AndKnowsNoRuleOfUnknownForms()
    {
        (
            await api.PublishAsync("penataran", Draft(new { basis = "byMinutes", capPerDay = 4 }, "2026-07-01"))
        ).IsSuccessStatusCode.ShouldBeTrue();

        (await CountAsync("2026-06-30")).ShouldBe(8);
        (await CountAsync("2026-07-01")).ShouldBe(4);
        await api.PostAsync(Anybody, "/jp/calculation", new { form = "tidak-ada" }, 404);
        await api.PostAsync(Anybody, "/jp/calculation", new { form = "coaching", programmeJp = -1 }, 400);

        async Task<int> CountAsync(string on) =>
            (
                await api.PostAsync(
                    Anybody,
                    "/jp/calculation",
                    new { form = "penataran", meetings = new[] { new { on, minutes = 360 } } }
                )
            )
                .GetProperty("jp")
                .GetInt32();
    }

    [Fact]
    public async Task ByProgramme_IsWhatTheCurriculumSays_WithTheInternationalFactorOfTheRule()
    {
        var training = await api.TrainingAsync("pelatihan-jarak-jauh", new(2026, 2, 23), 1, 90, "Running");
        await api.SqlAsync($"UPDATE trainings SET programme_jp = 32, country = 'SG' WHERE id = {training}");

        var view = await api.GetAsync(api.Officer, $"/trainings/{training}/completion");

        view.GetProperty("jp").GetInt32().ShouldBe(38);
        JpRuleVersion.Parse(view.GetProperty("jpRuleVersion").GetString()!).ShouldNotBeNull();
    }
}
