using System.Net;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

public sealed class ParticipantExportTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task List_LeavesAsItIsNarrowed_WithFormulasMadeText()
    {
        var training = await api.AddTrainingAsync();
        var person = await api.AddParticipantAsync(training, "Confirmed");
        await api.SqlAsync($"UPDATE participants SET name = {"=cmd|' /C calc'!A0"} WHERE id = {person}");
        await api.AddParticipantAsync(training, "Nominated");

        var csv = await ExportAsync(api.Officer, training, "&state=confirmed");

        var lines = csv.Trim().Split('\n');
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("NIP,Nama,Unit,Status");
        lines[1].ShouldContain("'=cmd");
        lines[1].ShouldContain("Terkonfirmasi");
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM audit_entries WHERE action = {"ExportParticipants"} AND subject_id = {training}"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Coordinator_TakesAwayOnlyTheOwnPeople_AndStrangersNothing()
    {
        var training = await api.AddTrainingAsync();
        await api.AddParticipantAsync(training, "Nominated", unit: api.UnitA);
        await api.AddParticipantAsync(training, "Nominated", unit: api.UnitB);

        (await ExportAsync(TrainingFixture.Coordinator(api.UnitB), training)).Trim().Split('\n').Length.ShouldBe(2);
        var stranger = TestUser.With(Permission.OwnProfile).Of();
        var refused = await api.Client(stranger).GetAsync($"/api/v1/trainings/{training}/participants/export");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> ExportAsync(TestUser user, Guid training, string filter = "")
    {
        var response = await api.Client(user)
            .GetAsync($"/api/v1/trainings/{training}/participants/export?format=csv{filter}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsStringAsync();
    }
}
