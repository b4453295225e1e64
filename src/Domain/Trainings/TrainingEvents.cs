using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed record TrainingMoved(TrainingId Training, TrainingMove Move, TrainingState From, TrainingState To)
    : IDomainEvent;

/// <summary>People who hold a seat may now clash with something else, and need to be told.</summary>
public sealed record TrainingRescheduled(TrainingId Training, DateRange Before, DateRange After) : IDomainEvent;
