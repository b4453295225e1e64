using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Domain.Tests.Trainings;

public sealed class ParticipantTests
{
    internal static readonly DateTimeOffset Now = new(2026, 8, 3, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly Guid Coordinator = Guid.NewGuid();

    internal static Training SomeTraining() =>
        Training
            .Create(
                new TrainingPlan(
                    "Pelatihan Dasar",
                    2026,
                    "3",
                    Cluster.Klasikal,
                    DeliveryScheme.SelfManaged,
                    new(2026, 8, 3),
                    new(2026, 8, 5),
                    30,
                    5
                ),
                "PPK-2026-0001",
                UnitId.New(),
                new Actor(Officer, "Petugas"),
                Now
            )
            .Value;

    internal static Participant Nominated(EmployeeId? employee = null) =>
        Participant.Nominate(
            SomeTraining(),
            new Nominee(employee ?? EmployeeId.New(), "Ana", "199001012015011001", UnitId.New(), "Biro", null),
            ParticipantSource.Chosen,
            null,
            Officer,
            Now
        );

    internal static Participant Confirmed()
    {
        var participant = Nominated();
        participant.Approve(Coordinator, null, Now).IsSuccess.ShouldBeTrue();
        participant.Confirm(Now).IsSuccess.ShouldBeTrue();
        return participant;
    }

    [Fact]
    public void NominatedAgain_IsThePersonOfToday_WithoutTheOldResults()
    {
        var participant = Confirmed();
        participant.AttachCertificate(new ExternalCertificate("h", "lama.pdf", "application/pdf", null));
        participant.Score(80, null);
        participant.Withdraw("Sakit", Now).IsSuccess.ShouldBeTrue();
        var (unit, superior) = (UnitId.New(), EmployeeId.New());
        var today = new Nominee(
            participant.EmployeeId!.Value,
            "Ana, M.Si.",
            "199001012015011001",
            unit,
            "Pusat",
            superior
        );

        participant.NominateAgain(today, ParticipantSource.Chosen, null, Officer, Now).IsSuccess.ShouldBeTrue();

        (participant.Name, participant.Affiliation, participant.UnitId, participant.SupervisorId).ShouldBe(
            ("Ana, M.Si.", "Pusat", unit, superior)
        );
        (participant.PostTestScore, participant.ExternalCertificate).ShouldBe((null, null));
    }

    [Fact]
    public void Participant_GoesFromNominationToPassed()
    {
        var participant = Nominated();

        participant.Approve(Coordinator, null, Now).IsSuccess.ShouldBeTrue();
        participant.Invite(Now).IsSuccess.ShouldBeTrue();
        participant.Confirm(Now).IsSuccess.ShouldBeTrue();
        participant.Attend(Now).IsSuccess.ShouldBeTrue();
        participant.Conclude(passed: true, Now).IsSuccess.ShouldBeTrue();

        participant.State.ShouldBe(ParticipantState.Passed);
    }

    [Fact]
    public void Approve_ByTheOneWhoNominated_IsRefused() =>
        Nominated().Approve(Officer, null, Now).Error.Code.ShouldBe("participant.own_submission");

    [Fact]
    public void Approve_OfOneself_IsRefused()
    {
        var me = EmployeeId.New();
        Nominated(me).Approve(Coordinator, me, Now).Error.Code.ShouldBe("participant.own_submission");
    }

    [Fact]
    public void EveryState_HasARefusalOfItsOwn() =>
        Enum.GetValues<ParticipantState>()
            .ShouldAllBe(state =>
                string.Equals(
                    ParticipantErrors.NotWhile(state).Code,
                    $"participant.is_{state}",
                    StringComparison.OrdinalIgnoreCase
                )
            );

    [Fact]
    public void Reject_WithoutReason_IsRefused() =>
        Nominated().Reject("  ", Coordinator, null, Now).Error.Code.ShouldBe("participant.reason_required");

    [Fact]
    public void Invite_BeforeTheUnitApproved_IsRefused() =>
        Nominated().Invite(Now).Error.Code.ShouldBe("participant.is_nominated");

    [Fact]
    public void Rank_IsLostWhenTheReserveIsInvited()
    {
        var participant = Nominated();
        participant.Approve(Coordinator, null, Now);
        participant.PutOnReserve(4, Now);
        participant.ReserveRank.ShouldBe(4);

        participant.Invite(Now).IsSuccess.ShouldBeTrue();

        participant.ReserveRank.ShouldBeNull();
    }

    [Fact]
    public void Swap_KeepsWhoCameInstead()
    {
        var leaving = Confirmed();
        var coming = Nominated();

        leaving.ReplaceBy(coming, "Tugas mendadak", Now).IsSuccess.ShouldBeTrue();

        leaving.State.ShouldBe(ParticipantState.Replaced);
        leaving.ReplacedById.ShouldBe(coming.Id);
        leaving.Reason.ShouldBe("Tugas mendadak");
    }

    [Fact]
    public void Reopen_BringsBackWhereAttendanceHadBrought()
    {
        var participant = Confirmed();
        participant.Attend(Now);
        participant.Conclude(passed: false, Now);

        participant.Reopen(wasInClass: true, Now).IsSuccess.ShouldBeTrue();

        participant.State.ShouldBe(ParticipantState.Attended);
    }

    [Fact]
    public void EveryIllegalMove_IsRefusedAndChangesNothing()
    {
        Dictionary<ParticipantState, Func<Participant, Result>> acts = new()
        {
            [ParticipantState.Approved] = p => p.Approve(Coordinator, null, Now),
            [ParticipantState.Rejected] = p => p.Reject("x", Coordinator, null, Now),
            [ParticipantState.Invited] = p => p.Invite(Now),
            [ParticipantState.Confirmed] = p => p.Confirm(Now),
            [ParticipantState.Declined] = p => p.Decline(null, Now),
            [ParticipantState.Reserve] = p => p.PutOnReserve(1, Now),
            [ParticipantState.Withdrawn] = p => p.Withdraw("x", Now),
            [ParticipantState.Replaced] = p => p.ReplaceBy(Nominated(), "x", Now),
            [ParticipantState.Passed] = p => p.Conclude(true, Now),
            [ParticipantState.Failed] = p => p.Conclude(false, Now),
        };
        Func<Participant>[] starts =
        [
            Nominated,
            Confirmed,
            () =>
            {
                var gone = Confirmed();
                gone.Withdraw("x", Now);
                return gone;
            },
        ];
        foreach (var start in starts)
        {
            foreach (var (next, act) in acts)
            {
                var participant = start();
                var before = participant.State;
                var allowed = participant.MayBecome(next);
                act(participant).IsSuccess.ShouldBe(allowed, $"{before} to {next}");
                participant.State.ShouldBe(allowed ? next : before);
            }
        }

        static Participant Nominated() => ParticipantTests.Nominated();
    }

    [Theory]
    [InlineData(null, "a@b.example", "participant.external_name_required")]
    [InlineData("Ana", "not an address", "participant.external_email_required")]
    [InlineData("Ana", "Ana <a@b.example>", "participant.external_email_required")]
    public void External_NeedsNameAndAddress(string? name, string? email, string code) =>
        ExternalPerson.Create(name, email, null, null).Error.Code.ShouldBe(code);

    [Fact]
    public void PeopleFromOutside_TurnNoTextBesideTheirName()
    {
        var person = ExternalPerson.Create("\u202eBudi \"Si'i\" =cmd", "budi@contoh.id", "\u202b", null).Value;

        person.Name.ShouldBe("Budi \"Si'i\" =cmd");
        person.Institution.ShouldBeNull();
        ExternalPerson.Create("\u202e ", "budi@contoh.id", null, null).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public void Decision_IsTakenBack_AtOnce_ByWhoMadeIt_AndLeavesNothing()
    {
        var participant = Nominated();
        participant.Reject("Tugas lain", Coordinator, null, Now);

        participant.TakeBackDecision(Guid.NewGuid(), Now).Error.Code.ShouldBe("participant.decision_stands");
        participant
            .TakeBackDecision(Coordinator, Now + Participant.SecondThought + TimeSpan.FromTicks(1))
            .Error.Code.ShouldBe("participant.decision_stands");
        participant.TakeBackDecision(Coordinator, Now + Participant.SecondThought).IsSuccess.ShouldBeTrue();

        (participant.State, participant.StateSince, participant.Reason, participant.DecidedBy).ShouldBe(
            (ParticipantState.Nominated, participant.NominatedAt, null, null)
        );
        participant.MayTakeBackDecision(Coordinator, Now).ShouldBeFalse();
    }
}
