using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
    /// <summary>Somebody else runs it and gives the papers; what is run here is certified here.</summary>
    public bool TakesExternalCertificates => Scheme != DeliveryScheme.SelfManaged;

    public int MinimumAttendancePercent { get; private set; } = CompletionRule.DefaultAttendancePercent;
    public decimal? MinimumPostTestScore { get; private set; }
    public bool EvaluationRequired { get; private set; }

    /// <summary>Grows with each completion: JP taken back by reopening can be posted again, the same round never twice.</summary>
    public int CompletionRound { get; private set; }

    /// <summary>Trainings of others are proved by the certificate of their organiser.</summary>
    public CompletionRule CompletionRule =>
        new(
            MinimumAttendancePercent,
            MinimumPostTestScore,
            Scheme is DeliveryScheme.Contracted or DeliveryScheme.SentOut,
            EvaluationRequired
        );

    public Result SetCompletionRule(
        int minimumAttendancePercent,
        decimal? minimumPostTestScore,
        bool evaluationRequired
    )
    {
        if (!IsPlanEditable)
            return TrainingErrors.NotEditable(State);
        if (minimumAttendancePercent is < 0 or > 100)
            return CompletionErrors.AttendancePercentOutOfRange();
        if (minimumPostTestScore is < 0 or > 100)
            return CompletionErrors.ScoreOutOfRange();
        MinimumAttendancePercent = minimumAttendancePercent;
        MinimumPostTestScore = minimumPostTestScore;
        EvaluationRequired = evaluationRequired;
        Revision++;
        return Result.Success();
    }

    /// <summary>What everybody who passed was given; none while results are open.</summary>
    public AwardedHours? Awarded { get; private set; }

    public bool HasSessions => ScheduledMinutes > 0;

    /// <summary>Needs its sessions loaded: results stand only when everything is over.</summary>
    /// <param name="hours">What it gives today; ledger and certificates keep to it, whatever becomes of the rules.</param>
    /// <param name="reason">Why people pass of whom nothing was measured; the history keeps it.</param>
    public Result Complete(
        DocumentRequirements required,
        AwardedHours hours,
        Actor by,
        DateTimeOffset now,
        string? reason = null
    )
    {
        if (State is TrainingState.Completed or TrainingState.Closed)
            return CompletionErrors.AlreadyCompleted();
        if (State == TrainingState.Running && CheckOver(now) is { IsSuccess: false } early)
            return early;
        var moved = Move(TrainingMove.Complete, by, now, reason, required);
        if (moved.IsSuccess)
            (CompletionRound, Awarded, Jp) = (CompletionRound + 1, hours, hours.Jp);
        return moved;
    }

    /// <summary>The day on which it may be over: its last, with the last session; where nothing is timetabled, the next.</summary>
    public DateOnly OverFrom => HasSessions ? End : End.AddDays(1);

    private Result CheckOver(DateTimeOffset now)
    {
        var last = sessions.MaxBy(session => session.EndsAt);
        if (last?.EndsAt > now)
            return CompletionErrors.SessionsNotOver(last);
        return DayOf(now) < OverFrom ? CompletionErrors.NotOver(End) : Result.Success();
    }

    /// <summary>When the officer was told that it cannot complete by itself.</summary>
    public DateTimeOffset? CompletionAskedAt { get; private set; }

    /// <summary>
    /// The day from which it completes by itself when its results are all there. One that was opened again is completed
    /// by who opened it: nobody can know when the correction is done. So is our own without sessions: nothing tells
    /// who took part.
    /// </summary>
    public DateOnly? CompletesOn(int days) =>
        State == TrainingState.Running && CompletionRound == 0 && (HasSessions || Scheme != DeliveryScheme.SelfManaged)
            ? End.AddDays(days)
            : null;

    /// <returns>Whether it is the first time.</returns>
    public bool AskForCompletion(DateTimeOffset now)
    {
        if (CompletionAskedAt is not null)
            return false;
        CompletionAskedAt = now;
        return true;
    }

    public Result Reopen(string reason, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return TrainingErrors.ReasonMissing();
        var moved = Move(TrainingMove.Reopen, by, now, reason.Trim());
        if (moved.IsSuccess)
        {
            Awarded = null;
            Raise(new HoursChanged(Id));
        }
        return moved;
    }
}

/// <summary>The JP that a completed training gave, and the way to them.</summary>
/// <param name="RuleVersion">Of the JP rule that held on that day, or that the programme set them.</param>
/// <param name="Calculation">The steps, as the ledger keeps them.</param>
public sealed record AwardedHours(int Jp, int Minutes, string RuleVersion, string Calculation);
