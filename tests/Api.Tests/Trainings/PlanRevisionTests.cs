using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>JP and competencies after approval: an officer proposes, the head decides, and until then nothing changes.</summary>
public sealed class PlanRevisionTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    [Fact]
    public async Task AcceptedByTheHead_TheProposedHoursCount_AndTheProposerHears()
    {
        var id = await scene.OpenedAsync("Pelatihan Direvisi");
        await PlanningScene.DoneAsync(ProposeAsync(id, 24));

        (await ViewAsync(scene.Officer, id)).GetProperty("jp").GetInt32().ShouldBe(2);
        var seen = await ViewAsync(scene.Head, id);
        seen.GetProperty("revision").GetProperty("programmeJp").GetInt32().ShouldBe(24);
        seen.GetProperty("abilities").GetProperty("canDecideRevision").GetBoolean().ShouldBeTrue();
        await PlanningScene.DoneAsync(DecideAsync(scene.Head, id, new { accept = true }));

        var after = await ViewAsync(scene.Officer, id);
        after.GetProperty("jp").GetInt32().ShouldBe(24);
        after.TryGetProperty("revision", out var left).ShouldBe(left.ValueKind == JsonValueKind.Null);
        (
            await scene.ScalarAsync<long>(
                $"SELECT count(*) FROM notifications WHERE code = {"training.revision_accepted"} AND user_id = {scene.Officer.UserId}"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Refused_LeavesWhatWasApproved_AndNeedsNotes()
    {
        var id = await scene.OpenedAsync("Pelatihan Ditolak");
        await PlanningScene.DoneAsync(ProposeAsync(id, 24));

        await DecideAsync(scene.Head, id, new { accept = false }).ShouldRefuseAsync(400, "training.notes_missing");
        await PlanningScene.DoneAsync(DecideAsync(scene.Head, id, new { accept = false, note = "Tidak berdasar" }));

        (await ViewAsync(scene.Officer, id)).GetProperty("jp").GetInt32().ShouldBe(2);
        await DecideAsync(scene.Head, id, new { accept = true }).ShouldRefuseAsync(409, "training.revision_not_found");
        await PlanningScene.DoneAsync(ProposeAsync(id, 12));
    }

    [Fact]
    public async Task Proposal_WaitsAlone_IsNotAcceptedByItsProposer_AndOnlyChangesSomething()
    {
        var id = await scene.OpenedAsync("Pelatihan Menunggu");
        var both = scene.Officer with { Permissions = [.. scene.Officer.Permissions, Permission.TrainingsApprove] };
        await ProposeAsync(id, null).ShouldRefuseAsync(400, "training.revision_without_change");
        await PlanningScene.DoneAsync(ProposeAsync(id, 24));

        await ProposeAsync(id, 25).ShouldRefuseAsync(409, "training.revision_waits");
        await DecideAsync(both, id, new { accept = true }).ShouldRefuseAsync(422, "training.own_submission");
    }

    [Fact]
    public async Task Draft_IsEditedInstead()
    {
        var id = await scene.PlannedAsync();

        await ProposeAsync(id, 24).ShouldRefuseAsync(422, "training.revision_not_possible");
    }

    private Task<JsonElement> ViewAsync(TestUser user, Guid id) => scene.GetAsync(user, $"/api/v1/trainings/{id}");

    private Task<HttpResponseMessage> ProposeAsync(Guid id, int? jp) =>
        SendAsync(
            scene.Officer,
            id,
            "revision",
            new
            {
                programmeJp = jp,
                programmeJpReason = "Kurikulum baru",
                competencies = Array.Empty<object>(),
                reason = "Kurikulum LAN berubah",
            }
        );

    private Task<HttpResponseMessage> DecideAsync(TestUser user, Guid id, object decision) =>
        SendAsync(user, id, "revision/decision", decision);

    private async Task<HttpResponseMessage> SendAsync(TestUser user, Guid id, string path, object body)
    {
        var version = (await ViewAsync(user, id)).GetProperty("version").GetInt64();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/trainings/{id}/{path}")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await scene.Client(user).SendAsync(request);
    }
}
