using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <param name="Note">The reason or the notes of who moved it.</param>
public sealed record TrainingMoved(
    TrainingId Training,
    TrainingMove Move,
    TrainingState From,
    TrainingState To,
    string? Note
) : IDomainEvent;

/// <summary>Other days or another place: whoever reckons with the training needs to be told.</summary>
public sealed record TrainingRescheduled(TrainingId Training, TrainingVenue Before) : IDomainEvent;

/// <summary>Sessions were added, changed or removed after people were let in.</summary>
/// <param name="Before">The timetable before this change.</param>
/// <param name="Teaching">Who taught what before it.</param>
public sealed record TimetableChanged(
    TrainingId Training,
    IReadOnlyList<SessionSpot> Before,
    IReadOnlyList<SessionTeacher> Teaching
) : IDomainEvent;

/// <summary>What its JP rest on changed: sessions, days, form, country or programme.</summary>
public sealed record HoursChanged(TrainingId Training) : IDomainEvent;

/// <summary>When and where a training is held.</summary>
public readonly record struct TrainingVenue(DateRange Dates, string? Venue, string? City, string? OnlineLink);
