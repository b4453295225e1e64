using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

/// <summary>
/// One person on one training. An aggregate of its own: a training has thousands of them, and an act on one
/// must not load or lock the others.
/// </summary>
public sealed partial class Participant : AggregateRoot<ParticipantId>
{
    public const int ReasonMaximum = 500;

    private Participant() { }

    public TrainingId TrainingId { get; private set; }
    public EmployeeId? EmployeeId { get; private set; }

    /// <summary>The employee's unit on the day of nomination: it decides, even when the person moves later.</summary>
    public UnitId? UnitId { get; private set; }
    public ExternalPerson? External { get; private set; }
    public ParticipantState State { get; private set; }
    public ParticipantSource Source { get; private set; }

    /// <summary>Why the system recommended the person, or what the nominator wrote.</summary>
    public string? Note { get; private set; }
    public Guid NominatedBy { get; private set; }
    public DateTimeOffset NominatedAt { get; private set; }
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Why the person was rejected, declined or withdrew.</summary>
    public string? Reason { get; private set; }
    public int? ReserveRank { get; private set; }
    public ParticipantId? ReplacedById { get; private set; }

    /// <summary>Copies of the training's days: the database compares them when it refuses two trainings at once.</summary>
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }

    public bool IsExternal => EmployeeId is null;

    public static Participant Nominate(
        TrainingId training,
        DateRange days,
        EmployeeId employee,
        UnitId unit,
        ParticipantSource source,
        string? note,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = ParticipantId.New(),
            TrainingId = training,
            StartsOn = days.Start,
            EndsOn = days.End,
            EmployeeId = employee,
            UnitId = unit,
            Source = source,
            Note = note,
            NominatedBy = by,
            NominatedAt = now,
            State = ParticipantState.Nominated,
            StateSince = now,
        };

    /// <summary>Somebody from outside has no unit that could approve: the officer's choice is the approval.</summary>
    public static Participant AddExternal(
        TrainingId training,
        DateRange days,
        ExternalPerson person,
        ParticipantSource source,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = ParticipantId.New(),
            TrainingId = training,
            StartsOn = days.Start,
            EndsOn = days.End,
            External = person,
            Source = source,
            NominatedBy = by,
            NominatedAt = now,
            State = ParticipantState.Approved,
            StateSince = now,
        };
}
