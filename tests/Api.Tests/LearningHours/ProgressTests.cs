using System.Text.Json;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>What leaders see of their units and superiors of their people.</summary>
public sealed class ProgressTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Units_AreCountedWithEverythingBelowAndMergedRecords_AndNothingOutsideTheScope()
    {
        var office = await api.AddUnitAsync();
        var section = await api.AddUnitAsync();
        await api.SqlAsync($"UPDATE units SET parent_id = {office} WHERE id = {section}");
        var done = await api.AddEmployeeAsync(section);
        await api.AddEmployeeAsync(section);
        await api.AddEmployeeAsync(office);
        var former = await api.AddEmployeeAsync();
        await api.SqlAsync($"UPDATE employees SET merged_into_id = {done} WHERE id = {former}");
        await PostJpAsync(done, 16);
        await PostJpAsync(former, 8);
        await PostJpAsync(await api.AddEmployeeAsync(), 40);
        var training = await api.AddTrainingAsync(state: "Running");
        await api.AddParticipantAsync(training, "Confirmed", done);

        var view = await api.GetAsync(TestUser.With(Permission.JpRead).Of(office, section), "/jp/units");

        Figures(view.GetProperty("total")).ShouldBe((3, 3, 1, 8m));
        view.GetProperty("units").GetArrayLength().ShouldBe(1);
        Figures(view.GetProperty("units")[0].GetProperty("progress")).ShouldBe((2, 2, 1, 12m));
        view.GetProperty("running")[0].Id("id").ShouldBe(training);
        view.GetProperty("running")[0].GetProperty("people").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Team_ShowsDirectReports_WhoLacksMostFirst()
    {
        var superior = await api.AddEmployeeAsync();
        var ahead = await api.AddEmployeeAsync(supervisor: superior);
        var behind = await api.AddEmployeeAsync(supervisor: superior);
        await PostJpAsync(ahead, 12);

        var team = await api.GetAsync(TestUser.With(Permission.TeamRead).As(superior), "/jp/team");

        team.EnumerateArray().Select(one => one.Id("employeeId")).ShouldBe([behind, ahead]);
        team[1].GetProperty("shortfall").GetInt32().ShouldBe(8);
        await api.GetAsync(TestUser.With(Permission.OwnProfile).As(behind), "/jp/team", 403);
        await api.GetAsync(TestUser.With(Permission.OwnProfile).As(behind), "/jp/units", 403);
    }

    private static (int, int, int, decimal) Figures(JsonElement progress) =>
        (
            progress.GetProperty("people").GetInt32(),
            progress.GetProperty("withTarget").GetInt32(),
            progress.GetProperty("met").GetInt32(),
            progress.GetProperty("averageJp").GetDecimal()
        );

    private Task<int> PostJpAsync(Guid employee, int jp) =>
        api.SqlAsync(
            $"""
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title,
                rule_version, calculation, posted_at, posted_by, sequence, previous_hash, hash)
            VALUES ({Guid.CreateVersion7()}, {employee}, '2026-02-01', 2026, {jp}, {jp * 45}, 'Opening',
                {Guid.NewGuid().ToString()}, {Guid.NewGuid()}, 'Saldo awal', 'minutes', '[]', now(), {Guid.NewGuid()}, 0, '\x', '\x')
            """
        );
}
