using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
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
        if (State is TrainingState.Completed or TrainingState.Closed or TrainingState.Cancelled)
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

    /// <summary>Needs its sessions loaded: results stand only when the last one is over.</summary>
    public Result Complete(DocumentRequirements required, Actor by, DateTimeOffset now)
    {
        if (State is TrainingState.Completed or TrainingState.Closed)
            return CompletionErrors.AlreadyCompleted();
        var last = sessions.MaxBy(session => session.EndsAt);
        if (State == TrainingState.Running && last?.EndsAt > now)
            return CompletionErrors.SessionsNotOver(last);
        var moved = Move(TrainingMove.Complete, by, now, required: required);
        if (moved.IsSuccess)
            CompletionRound++;
        return moved;
    }

    /// <summary>When the officer was told that it cannot complete by itself.</summary>
    public DateTimeOffset? CompletionAskedAt { get; private set; }

    /// <summary>
    /// The day from which it completes by itself when its results are all there. One that was opened again is completed
    /// by who opened it: nobody can know when the correction is done.
    /// </summary>
    /// <param name="lastDay">Day of the last session; the last day of the training without one.</param>
    public DateOnly? CompletesOn(DateOnly lastDay, int days) =>
        State == TrainingState.Running && CompletionRound == 0 ? lastDay.AddDays(days) : null;

    /// <returns>Whether it is the first time.</returns>
    public bool AskForCompletion(DateTimeOffset now)
    {
        if (CompletionAskedAt is not null)
            return false;
        CompletionAskedAt = now;
        return true;
    }

    public Result Reopen(string reason, Actor by, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(reason)
            ? TrainingErrors.ReasonMissing()
            : Move(TrainingMove.Reopen, by, now, reason.Trim());
}
