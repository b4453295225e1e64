namespace Pionir.Api.Tests.Trainings;

/// <summary>What people are not asked any more once a training is over.</summary>
public sealed class AfterTheEndTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    /// <summary>It is over, and waits only for its completion.</summary>
    [Fact]
    public async Task PlaceThatBecomesFree_AfterTheLastDay_IsOfferedToNobody()
    {
        var training = await api.AddTrainingAsync(quota: 1, state: "Running", start: new DateOnly(2026, 2, 23));
        var leaving = await api.AddParticipantAsync(training, "Confirmed");
        var waiting = await api.AddParticipantAsync(training, "Reserve", rank: 1);

        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/withdraw",
            new { participantIds = new[] { leaving }, reason = "Tidak pernah hadir" }
        );

        (await api.StateAsync(waiting)).ShouldBe("Reserve");
    }

    [Fact]
    public async Task QuestionOfACompletedTraining_IsNotAskedAnyMore()
    {
        var employee = await api.AddEmployeeAsync();
        var training = await api.AddTrainingAsync(state: "Completed", start: new DateOnly(2026, 2, 23));
        await api.AddParticipantAsync(training, "Invited", employee);
        var me = TrainingFixture.Employee(employee);

        var mine = await api.GetAsync(me, "/me/participations");
        var waiting = await api.GetAsync(me, "/waiting-items");

        mine.GetProperty("items")[0].GetProperty("canAnswer").GetBoolean().ShouldBeFalse();
        mine.GetProperty("items")[0].GetProperty("canWithdraw").GetBoolean().ShouldBeFalse();
        waiting.GetProperty("items").GetArrayLength().ShouldBe(0);
    }
}
