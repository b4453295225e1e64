using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>One move in the life of a training: who, what, when and why. Never changed.</summary>
public sealed class TrainingTransition : Entity<TransitionId>
{
    private TrainingTransition() { }

    public TrainingId TrainingId { get; private set; }
    public TrainingMove Move { get; private set; }
    public TrainingState From { get; private set; }
    public TrainingState To { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ByUserId { get; private set; }
    public string ByName { get; private set; } = "";
    public string? Note { get; private set; }

    internal static TrainingTransition Record(
        TrainingId training,
        TrainingMove move,
        TrainingState from,
        TrainingState to,
        Actor by,
        DateTimeOffset at,
        string? note
    ) =>
        new()
        {
            Id = TransitionId.New(),
            TrainingId = training,
            Move = move,
            From = from,
            To = to,
            At = at,
            ByUserId = by.UserId,
            ByName = by.Name,
            Note = note,
        };
}
