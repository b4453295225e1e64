using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>A slip of the hand at the desk is taken back, as long as nobody has heard of it or built on it.</summary>
public sealed class TakeBackTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private readonly TestUser coordinator = TrainingFixture.Coordinator(api.UnitA);

    [Fact]
    public async Task Decisions_TakenBackAtOnce_LetTheCandidatesWaitAgain()
    {
        var training = await api.AddTrainingAsync();
        var approved = await api.AddParticipantAsync(training, "Nominated");
        var rejected = await api.AddParticipantAsync(training, "Nominated");

        var decided = await DecideAsync((approved, true), (rejected, false));
        var taken = await TakeBackAsync(coordinator, 200, approved, rejected);

        decided.GetProperty("done").EnumerateArray().ShouldAllBe(one => one.GetProperty("canTakeBack").GetBoolean());
        taken.GetProperty("done").GetArrayLength().ShouldBe(2);
        (await api.StateAsync(approved)).ShouldBe("Nominated");
        (await api.StateAsync(rejected)).ShouldBe("Nominated");
        var desk = await api.GetAsync(coordinator, $"/nominations?trainingId={training}");
        desk.GetProperty("total").GetInt32().ShouldBe(2);
        (await TakeBackAsync(coordinator, 409, approved)).Code().ShouldBe("participant.is_nominated");
    }

    [Fact]
    public async Task RejectionOfWhoApplied_HasBeenTold_AndStands()
    {
        var training = await api.AddTrainingAsync();
        var applicant = await api.AddParticipantAsync(training, "Nominated");
        await api.SqlAsync($"UPDATE participants SET source = 'Applied' WHERE id = {applicant}");

        var decided = await DecideAsync((applicant, false));

        decided.GetProperty("done")[0].GetProperty("canTakeBack").GetBoolean().ShouldBeFalse();
        (await TakeBackAsync(coordinator, 422, applicant)).Code().ShouldBe("participant.rejection_told");
        (await api.StateAsync(applicant)).ShouldBe("Rejected");
    }

    [Fact]
    public async Task DecisionOfAMinuteAgo_OfSomebodyElse_OrBuiltOn_Stands()
    {
        var training = await api.AddTrainingAsync();
        var old = await api.AddParticipantAsync(training, "Nominated");
        var theirs = await api.AddParticipantAsync(training, "Nominated");
        var invited = await api.AddParticipantAsync(training, "Nominated");
        await DecideAsync((old, true));
        api.Clock.Advance(TimeSpan.FromSeconds(61));
        await DecideAsync((theirs, true), (invited, true));
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants/invite",
            new { participantIds = new[] { invited } }
        );
        var colleague = TestUser.With(Permission.ParticipantsDecide).Of(api.UnitA);

        (await TakeBackAsync(coordinator, 409, old)).Code().ShouldBe("participant.decision_stands");
        (await TakeBackAsync(colleague, 409, theirs)).Code().ShouldBe("participant.decision_stands");
        (await TakeBackAsync(coordinator, 409, invited)).Code().ShouldBe("participant.is_invited");
        var elsewhere = TrainingFixture.Coordinator(api.UnitB);
        (await TakeBackAsync(elsewhere, 404, theirs)).Code().ShouldBe("participant.not_found");
    }

    [Fact]
    public async Task RejectionWhosePlaceTheUnitHasFilled_Stands()
    {
        var training = await api.AddTrainingAsync();
        var rejected = await api.AddParticipantAsync(training, "Nominated");
        await api.SqlAsync(
            $"INSERT INTO unit_quotas (training_id, unit_id, places) VALUES ({training}, {api.UnitA}, {1})"
        );
        await DecideAsync((rejected, false));
        await api.AddParticipantAsync(training, "Nominated");

        (await TakeBackAsync(coordinator, 422, rejected)).Code().ShouldBe("participant.unit_quota_reached");
        (await api.StateAsync(rejected)).ShouldBe("Rejected");
    }

    private Task<JsonElement> DecideAsync(params (Guid Participant, bool Approve)[] decisions) =>
        api.PostAsync(
            coordinator,
            "/nominations/decisions",
            new
            {
                decisions = decisions.Select(one => new
                {
                    participantId = one.Participant,
                    approve = one.Approve,
                    reason = one.Approve ? null : "Tugas lain",
                }),
            }
        );

    private Task<JsonElement> TakeBackAsync(TestUser user, int status, params Guid[] people) =>
        api.PostAsync(user, "/nominations/decisions/take-back", new { participantIds = people }, status);
}
