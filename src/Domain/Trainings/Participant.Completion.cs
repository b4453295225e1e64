using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Participant
{
    /// <summary>0 to 100, two decimals.</summary>
    public decimal? PostTestScore { get; private set; }
    public ExternalCertificate? ExternalCertificate { get; private set; }

    /// <summary>Was in class at least once.</summary>
    public Result Attend(DateTimeOffset now) =>
        State == ParticipantState.Attended ? Result.Success() : MoveTo(ParticipantState.Attended, now);

    /// <summary>A correction took away the last mark that had the person in class.</summary>
    public Result WasNeverThere(DateTimeOffset now)
    {
        if (State != ParticipantState.Attended)
            return ParticipantErrors.NotWhile(State);
        State = ParticipantState.Confirmed;
        StateSince = now;
        return Result.Success();
    }

    public Result Conclude(bool passed, DateTimeOffset now) =>
        MoveTo(passed ? ParticipantState.Passed : ParticipantState.Failed, now);

    /// <summary>The training is opened again: back to where attendance had brought the person.</summary>
    public Result Reopen(bool wasInClass, DateTimeOffset now)
    {
        if (State is not (ParticipantState.Passed or ParticipantState.Failed))
            return ParticipantErrors.NotWhile(State);
        State = wasInClass ? ParticipantState.Attended : ParticipantState.Confirmed;
        StateSince = now;
        return Result.Success();
    }

    /// <param name="seen">What stood there for whom enters it: another window's score is not overwritten unseen.</param>
    public Result Score(decimal? score, decimal? seen)
    {
        if (score is < 0 or > 100)
            return ParticipantErrors.ScoreOutOfRange();
        if (State is not (ParticipantState.Confirmed or ParticipantState.Attended))
            return ParticipantErrors.NotWhile(State);
        var wanted = score is { } value ? decimal.Round(value, 2) : (decimal?)null;
        if (PostTestScore != seen && PostTestScore != wanted)
            return CompletionErrors.ScoreChanged(Name, PostTestScore);
        PostTestScore = wanted;
        return Result.Success();
    }

    public Result AttachCertificate(ExternalCertificate certificate)
    {
        if (State is not (ParticipantState.Confirmed or ParticipantState.Attended))
            return ParticipantErrors.NotWhile(State);
        ExternalCertificate = certificate;
        return Result.Success();
    }
}

/// <summary>The certificate that somebody else's training gave; a file of the store.</summary>
public sealed record ExternalCertificate(string FileHash, string FileName, string ContentType, string? Number)
{
    public const int NumberMaximum = 100;
}
