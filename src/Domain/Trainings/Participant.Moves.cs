using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

public sealed partial class Participant
{
    private static readonly Dictionary<ParticipantState, ParticipantState[]> Origins = new()
    {
        [ParticipantState.Approved] = [ParticipantState.Nominated],
        [ParticipantState.Rejected] = [ParticipantState.Nominated],
        [ParticipantState.Invited] = [ParticipantState.Approved, ParticipantState.Reserve],
        [ParticipantState.Confirmed] = [ParticipantState.Approved, ParticipantState.Invited, ParticipantState.Reserve],
        [ParticipantState.Declined] = [ParticipantState.Invited, ParticipantState.Reserve],
        [ParticipantState.Reserve] = [ParticipantState.Approved, ParticipantState.Invited, ParticipantState.Declined],
        [ParticipantState.Withdrawn] =
        [
            ParticipantState.Nominated,
            ParticipantState.Approved,
            ParticipantState.Invited,
            ParticipantState.Reserve,
            ParticipantState.Confirmed,
            ParticipantState.Attended,
        ],
        [ParticipantState.Replaced] = [ParticipantState.Invited, ParticipantState.Confirmed],
        [ParticipantState.Attended] = [ParticipantState.Confirmed],
        [ParticipantState.Passed] = [ParticipantState.Confirmed, ParticipantState.Attended],
        [ParticipantState.Failed] = [ParticipantState.Confirmed, ParticipantState.Attended],
    };

    public bool MayBecome(ParticipantState next) => MayBecome(State, next);

    public static bool MayBecome(ParticipantState now, ParticipantState next) => Origins[next].Contains(now);

    /// <summary>The unit or the supervisor agrees; never the one who nominated, never for oneself.</summary>
    public Result Approve(Guid by, EmployeeId? byEmployee, DateTimeOffset now) =>
        IsOwnSubmission(by, byEmployee)
            ? ParticipantErrors.OwnSubmission()
            : Decide(ParticipantState.Approved, by, now, null);

    public Result Reject(string reason, Guid by, EmployeeId? byEmployee, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return ParticipantErrors.ReasonRequired();
        return IsOwnSubmission(by, byEmployee)
            ? ParticipantErrors.OwnSubmission()
            : Decide(ParticipantState.Rejected, by, now, reason);
    }

    public bool MayTakeBackDecision(Guid by, DateTimeOffset now) => CheckTakeBack(by, now).IsSuccess;

    /// <summary>As if nobody had decided: only by who did, only at once, and only while nobody has been told.</summary>
    public Result TakeBackDecision(Guid by, DateTimeOffset now)
    {
        var check = CheckTakeBack(by, now);
        if (check.IsSuccess)
            (State, StateSince, Reason, DecidedBy) = (ParticipantState.Nominated, NominatedAt, null, null);
        return check;
    }

    private Result CheckTakeBack(Guid by, DateTimeOffset now)
    {
        if (State is not (ParticipantState.Approved or ParticipantState.Rejected))
            return ParticipantErrors.NotWhile(State);
        if (DecidedBy != by || now > StateSince + SecondThought)
            return ParticipantErrors.DecisionStands();
        return State == ParticipantState.Rejected && HearsOfRejection
            ? ParticipantErrors.RejectionTold(Name)
            : Result.Success();
    }

    private Result Decide(ParticipantState decision, Guid by, DateTimeOffset now, string? reason)
    {
        var moved = MoveTo(decision, now, reason);
        if (moved.IsSuccess)
            DecidedBy = by;
        return moved;
    }

    /// <summary>Somebody who had gone is put forward again, as HR's record has them now; the unit decides anew.</summary>
    public Result NominateAgain(Nominee nominee, ParticipantSource source, string? note, Guid by, DateTimeOffset now)
    {
        var again = Return(source, note, by, now);
        if (again.IsSuccess)
        {
            (Name, IdentityNumber, Affiliation) = (nominee.Name, nominee.IdentityNumber, nominee.UnitName);
            (UnitId, SupervisorId) = (nominee.UnitId, nominee.SupervisorId);
        }
        return again;
    }

    /// <summary>The same for somebody from outside: an officer's choice is the approval, a registration waits for one.</summary>
    public Result NominateAgain(
        ExternalPerson person,
        ParticipantSource source,
        string? note,
        Guid by,
        DateTimeOffset now
    )
    {
        var again = Return(source, note, by, now);
        if (again.IsSuccess)
        {
            (Name, IdentityNumber, Affiliation) = (person.Name, person.IdentityNumber, person.Institution ?? "");
            State = source == ParticipantSource.Registered ? ParticipantState.Nominated : ParticipantState.Approved;
        }
        return again;
    }

    /// <summary>What they did the first time is not theirs any more: no score and no paper of somebody who had gone.</summary>
    private Result Return(ParticipantSource source, string? note, Guid by, DateTimeOffset now)
    {
        if (!State.IsGone())
            return ParticipantErrors.AlreadyListed(Name);
        (State, StateSince, Reason, ReplacedById) = (ParticipantState.Nominated, now, null, null);
        DecidedBy = null;
        (Source, Note, NominatedBy, NominatedAt) = (source, note, by, now);
        (PostTestScore, ExternalCertificate) = (null, null);
        (RecommendedJp, RecommendedTarget) = (null, null);
        return Result.Success();
    }

    public Result Invite(DateTimeOffset now) => MoveTo(ParticipantState.Invited, now);

    public Result Confirm(DateTimeOffset now)
    {
        var moved = MoveTo(ParticipantState.Confirmed, now);
        if (moved.IsSuccess)
            Raise(new ParticipantConfirmed(TrainingId, Id, EmployeeId));
        return moved;
    }

    public Result Decline(string? reason, DateTimeOffset now) => MoveTo(ParticipantState.Declined, now, reason);

    public Result PutOnReserve(int rank, DateTimeOffset now)
    {
        var moved = MoveTo(ParticipantState.Reserve, now);
        if (moved.IsSuccess)
            ReserveRank = rank;
        return moved;
    }

    public Result Withdraw(string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return ParticipantErrors.ReasonRequired();
        var knewOfIt = KnowsOfIt;
        var moved = MoveTo(ParticipantState.Withdrawn, now, reason);
        if (moved.IsSuccess)
            Raise(new ParticipantLeft(TrainingId, Id, EmployeeId, knewOfIt));
        return moved;
    }

    /// <summary>The same person stays on the list under another record: nobody leaves, so nobody is told.</summary>
    public Result WithdrawAsDuplicate(string reason, DateTimeOffset now) =>
        MoveTo(ParticipantState.Withdrawn, now, reason);

    public Result ReplaceBy(Participant replacement, string reason, DateTimeOffset now)
    {
        if (replacement.Id.Equals(Id))
            return ParticipantErrors.SameAsReplaced();
        if (string.IsNullOrWhiteSpace(reason))
            return ParticipantErrors.ReasonRequired();
        var moved = MoveTo(ParticipantState.Replaced, now, reason);
        if (moved.IsSuccess)
        {
            ReplacedById = replacement.Id;
            Raise(new ParticipantLeft(TrainingId, Id, EmployeeId, KnewOfIt: true));
        }
        return moved;
    }

    private bool KnowsOfIt =>
        State is not (ParticipantState.Nominated or ParticipantState.Approved)
        || Source is ParticipantSource.Applied or ParticipantSource.Registered;

    private bool IsOwnSubmission(Guid by, EmployeeId? byEmployee) =>
        NominatedBy == by || (EmployeeId is { } own && byEmployee is { } decider && own.Equals(decider));

    private Result MoveTo(ParticipantState next, DateTimeOffset now, string? reason = null)
    {
        if (!MayBecome(next))
            return ParticipantErrors.NotWhile(State);
        State = next;
        StateSince = now;
        Reason = reason;
        ReserveRank = null;
        return Result.Success();
    }
}
