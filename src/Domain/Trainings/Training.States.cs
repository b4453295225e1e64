using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
    public const int NoteMaximum = 2000;

    private readonly List<TrainingTransition> transitions = [];

    public TrainingState State { get; private set; }

    /// <summary>Who submitted it last: the one person who may not approve it.</summary>
    public Guid? SubmittedBy { get; private set; }

    /// <summary>Who answers for it: hears what goes wrong.</summary>
    public Guid Officer => SubmittedBy ?? CreatedBy;

    /// <summary>Moves made since it was loaded; the whole history is read by a query.</summary>
    public IReadOnlyList<TrainingTransition> Transitions => transitions;

    public bool IsPlanEditable =>
        State
            is TrainingState.Draft
                or TrainingState.Returned
                or TrainingState.Approved
                or TrainingState.Open
                or TrainingState.Running;

    public bool IsSubstanceLocked => State is not (TrainingState.Draft or TrainingState.Returned);

    /// <summary>Nominations and answers still come in on the first days of a training.</summary>
    public bool AcceptsParticipants => State.AcceptsParticipants();

    /// <summary>Visible to every employee, in the catalogue and the calendar.</summary>
    public bool IsPublished => State.IsPublished();

    public Result Submit(DocumentRequirements required, Actor by, DateTimeOffset now)
    {
        var moved = Move(TrainingMove.Submit, by, now, required: required);
        if (moved.IsSuccess)
            SubmittedBy = by.UserId;
        return moved;
    }

    public Result Return(string notes, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(notes))
            return TrainingErrors.NotesMissing();
        return SubmittedBy == by.UserId ? TrainingErrors.OwnSubmission() : Move(TrainingMove.Return, by, now, notes);
    }

    public Result Approve(Actor by, DateTimeOffset now, string? notes = null)
    {
        if (!TrainingLife.Allows(State, TrainingMove.Approve))
            return TrainingErrors.IllegalMove(TrainingMove.Approve, State);
        return SubmittedBy == by.UserId ? TrainingErrors.OwnSubmission() : Move(TrainingMove.Approve, by, now, notes);
    }

    public Result Open(DocumentRequirements required, Actor by, DateTimeOffset now)
    {
        if (TrainingLife.Allows(State, TrainingMove.Open) && Jp < 1)
            return TrainingErrors.JpMissing();
        return Move(TrainingMove.Open, by, now, required: required);
    }

    /// <summary>By the clock on the first day, or by an officer who does not wait for it that day.</summary>
    public Result Run(DocumentRequirements required, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (TrainingLife.Allows(State, TrainingMove.Start) && today < Start)
            return TrainingErrors.NotStartedYet(Start);
        return Move(TrainingMove.Start, by, now, required: required);
    }

    public Result Close(DocumentRequirements required, Actor by, DateTimeOffset now) =>
        Move(TrainingMove.Close, by, now, required: required);

    public Result Cancel(string reason, Actor by, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(reason)
            ? TrainingErrors.ReasonMissing()
            : Move(TrainingMove.Cancel, by, now, reason.Trim());

    /// <summary>The only place where the state changes.</summary>
    private Result Move(
        TrainingMove move,
        Actor by,
        DateTimeOffset now,
        string? note = null,
        DocumentRequirements? required = null
    )
    {
        if (!TrainingLife.Allows(State, move))
            return TrainingErrors.IllegalMove(move, State);
        var missing = required is null ? [] : MissingDocuments(required, move);
        if (missing.Count > 0)
            return TrainingErrors.DocumentsMissing(move, missing);

        var from = State;
        State = TrainingLife.TargetOf(move);
        Revision++;
        transitions.Add(TrainingTransition.Record(Id, move, from, State, by, now, Clean(note)));
        Raise(new TrainingMoved(Id, move, from, State, Clean(note)));
        return Result.Success();
    }
}
