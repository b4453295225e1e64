using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Jobs;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

public sealed class TrainingLifeApiTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    private const string Trainings = "/api/v1/trainings";

    [Fact]
    public async Task Life_IsKeptWithWhoWhatWhenAndWhy()
    {
        var id = await scene.PlannedAsync();
        await PlanningScene.DoneAsync(scene.UploadAsync(id, "tor"));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, id, "submit"));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Head, id, "return", new { notes = "Lengkapi jadwal" }));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, id, "submit"));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Head, id, "approve"));

        var history = await scene.GetAsync(scene.Officer, $"{Trainings}/{id}/history");

        history
            .EnumerateArray()
            .Select(move => move.GetProperty("move").GetString())
            .ShouldBe(["approve", "submit", "return", "submit"]);
        history[2].GetProperty("note").GetString().ShouldBe("Lengkapi jadwal");
        history[2].GetProperty("at").GetDateTimeOffset().ShouldBe(FakeClock.Start);
    }

    [Fact]
    public async Task WhoDecidesAsActingHead_StandsAsSuch_AlsoAfterTheEnd()
    {
        var acting = scene.Head with { UserId = (await scene.AccountAsync()).Id.Value };
        var id = await scene.PlannedAsync();
        await PlanningScene.DoneAsync(scene.UploadAsync(id, "tor"));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, id, "submit"));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Head, id, "return", new { notes = "Lengkapi jadwal" }));
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, id, "submit"));
        await PlanningScene.DoneAsync(scene.MoveAsync(acting, id, "approve"));
        var day = DateOnly.FromDateTime(FakeClock.Start.Date);
        await scene.SqlAsync(
            $"""
            INSERT INTO delegations (id, delegate_id, kind, starts_on, ends_on, letter_number, created_by, created_at,
                ended_at, end_reason)
            VALUES ({Guid.CreateVersion7()}, {acting.UserId}, {"Plh"}, {day}, {day.AddDays(9)}, {"SP-1"},
                {acting.UserId}, {FakeClock.Start.AddDays(-1)}, {FakeClock.Start.AddDays(1)}, {"Kepala kembali"})
            """
        );

        var history = await scene.GetAsync(scene.Officer, $"{Trainings}/{id}/history");

        history[0].GetProperty("acting").GetString().ShouldBe("plh");
        history[2].GetProperty("acting").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Submit_WithoutTerms_NamesTheMissingDocument()
    {
        var id = await scene.PlannedAsync();

        var problem = await scene
            .MoveAsync(scene.Officer, id, "submit")
            .ShouldRefuseAsync(422, "training.documents_missing");

        problem.GetProperty("errors")[0].GetProperty("id").GetProperty("detail").GetString()!.ShouldContain("KAK/TOR");
    }

    [Fact]
    public async Task Approve_IsTheHeadsAlone_AndNeverOfAnOwnSubmission()
    {
        var id = await scene.PlannedAsync();
        await PlanningScene.DoneAsync(scene.UploadAsync(id, "tor"));
        var both = scene.Officer with { Permissions = [.. scene.Officer.Permissions, .. scene.Head.Permissions] };
        await PlanningScene.DoneAsync(scene.MoveAsync(both, id, "submit"));

        await scene.MoveAsync(scene.Officer, id, "approve").ShouldRefuseAsync(403, "access.permission_missing");
        await scene.MoveAsync(both, id, "approve").ShouldRefuseAsync(422, "training.own_submission");
        var seen = await scene.GetAsync(both, $"{Trainings}/{id}");
        seen.GetProperty("abilities").GetProperty("canApprove").GetBoolean().ShouldBeFalse();
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Head, id, "approve"));
    }

    [Fact]
    public async Task Move_OutOfTurn_NamesTheRule()
    {
        var id = await scene.PlannedAsync();

        var problem = await scene.MoveAsync(scene.Officer, id, "open").ShouldRefuseAsync(409, "training.illegal_move");

        var detail = problem.GetProperty("errors")[0].GetProperty("id").GetProperty("detail").GetString()!;
        detail.ShouldContain("disetujui");
        detail.ShouldContain("draf");
    }

    [Theory]
    [InlineData("return", "notes")]
    [InlineData("cancel", "reason")]
    public async Task DecisionWithoutWords_IsRefusedAtItsField(string move, string field)
    {
        var id = await scene.PlannedAsync();

        var problem = await scene.MoveAsync(scene.Head, id, move).ShouldRefuseAsync(400, "field.required");

        problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    [Fact]
    public async Task Cancel_IsTheEnd()
    {
        var id = await scene.OpenedAsync();

        await PlanningScene.DoneAsync(
            scene.MoveAsync(scene.Officer, id, "cancel", new { reason = "Anggaran dialihkan" })
        );

        await scene
            .MoveAsync(scene.Officer, id, "cancel", new { reason = "Lagi" })
            .ShouldRefuseAsync(409, "training.illegal_move");
    }

    [Fact]
    public async Task Clock_StartsWhatIsDueAndComplete_AndLeavesTheRest()
    {
        var due = await scene.OpenedAsync();
        var incomplete = await scene.OpenedAsync();
        await PlanningScene.DoneAsync(scene.UploadAsync(due, "assignmentLetter"));
        await scene.MoveAsync(scene.Officer, due, "start").ShouldRefuseAsync(422, "training.not_started_yet");

        scene.Clock.Set(new DateTimeOffset(2026, 3, 8, 17, 30, 0, TimeSpan.Zero));
        await ClockAsync();
        // Whoever had the page open still saw it waiting, and wanted just that.
        await PlanningScene.DoneAsync(scene.MoveAsync(scene.Officer, due, "start"));
        scene.Clock.Set(FakeClock.Start);

        (await StateAsync(due)).ShouldBe("running");
        (await StateAsync(incomplete)).ShouldBe("open");
    }

    private async Task<string?> StateAsync(Guid id) =>
        (await scene.GetAsync(scene.Officer, $"{Trainings}/{id}")).GetProperty("state").GetString();

    private Task<bool> ClockAsync() =>
        scene.ScopeAsync(async services =>
        {
            var task = services
                .GetServices(typeof(IRecurringTask))
                .Single(one => one!.GetType().Name == "StartDueTrainings");
            await ((IRecurringTask)task!).RunAsync(default);
            return true;
        });
}
