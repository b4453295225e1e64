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

    /// <summary>As long as the institution lets the number of an employee be.</summary>
    public const int IdentityNumberMaximum = 40;

    /// <summary>How long a decision may be taken back: time to see a slip of the hand, none to build on it.</summary>
    public static readonly TimeSpan SecondThought = TimeSpan.FromMinutes(1);

    private Participant() { }

    public TrainingId TrainingId { get; private set; }
    public EmployeeId? EmployeeId { get; private set; }

    /// <summary>The employee's unit on the day of nomination: it decides, even when the person moves later.</summary>
    public UnitId? UnitId { get; private set; }

    /// <summary>The superior in HR's record, who may decide in the unit's place; follows it while the training goes on.</summary>
    public EmployeeId? SupervisorId { get; private set; }

    /// <summary>Name, number and unit as they were then: the list of a training is read from one table.</summary>
    public string Name { get; private set; } = "";
    public string? IdentityNumber { get; private set; }
    public string Affiliation { get; private set; } = "";

    /// <summary>Of people from outside; an employee's address is asked of HR's record when it is needed.</summary>
    public string? ExternalEmail { get; private set; }
    public ParticipantState State { get; private set; }
    public ParticipantSource Source { get; private set; }

    /// <summary>What the nominator wrote.</summary>
    public string? Note { get; private set; }
    public Guid NominatedBy { get; private set; }
    public DateTimeOffset NominatedAt { get; private set; }
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The account that approved or rejected; none for whom an officer chose from outside.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Why the person was rejected, declined or withdrew.</summary>
    public string? Reason { get; private set; }
    public int? ReserveRank { get; private set; }
    public ParticipantId? ReplacedById { get; private set; }

    /// <summary>Copies of the training's days: the database compares them when it refuses two trainings at once.</summary>
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }

    /// <summary>The figures on which the system recommended the person; worded for whoever reads them.</summary>
    public int? RecommendedJp { get; private set; }
    public int? RecommendedTarget { get; private set; }

    public bool IsExternal => EmployeeId is null;

    /// <summary>Whoever applied is told of a rejection at once; whom others put forward never knew.</summary>
    public bool HearsOfRejection => IsExternal || Source == ParticipantSource.Applied;

    /// <summary>There is a mail that the person needs now: the invitation, or from outside the personal link.</summary>
    public bool MayGetMail => MayGetMailAs(State, IsExternal);

    public static bool MayGetMailAs(ParticipantState state, bool isExternal) =>
        state == ParticipantState.Invited
        || (isExternal && state is (ParticipantState.Confirmed or ParticipantState.Attended));

    /// <summary>Why the system puts the person forward, as it was on that day.</summary>
    public void Recommend(int jp, int target) =>
        (Source, RecommendedJp, RecommendedTarget) = (ParticipantSource.Recommended, jp, target);

    /// <summary>An employee's address belongs to HR's record.</summary>
    public Result CorrectAddress(string email)
    {
        if (!IsExternal)
            return ParticipantErrors.AddressFromRecord();
        var person = ExternalPerson.Create(Name, email, null, null);
        if (!person.IsSuccess)
            return person.Error;
        ExternalEmail = person.Value.Email;
        return Result.Success();
    }

    /// <summary>The person's record was merged into another one: from now on this is that record's participation.</summary>
    public void FollowPerson(EmployeeId kept) => EmployeeId = kept;

    public void FollowSuperior(EmployeeId? superior) => SupervisorId = superior;

    public static Participant Nominate(
        Training training,
        Nominee nominee,
        ParticipantSource source,
        string? note,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = ParticipantId.New(),
            TrainingId = training.Id,
            StartsOn = training.Start,
            EndsOn = training.End,
            EmployeeId = nominee.EmployeeId,
            UnitId = nominee.UnitId,
            SupervisorId = nominee.SupervisorId,
            Name = nominee.Name,
            IdentityNumber = nominee.IdentityNumber,
            Affiliation = nominee.UnitName,
            Source = source,
            Note = note,
            NominatedBy = by,
            NominatedAt = now,
            State = ParticipantState.Nominated,
            StateSince = now,
        };

    /// <summary>Somebody from outside has no unit that could approve: the officer's choice is the approval.</summary>
    public static Participant AddExternal(
        Training training,
        ExternalPerson person,
        ParticipantSource source,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = ParticipantId.New(),
            TrainingId = training.Id,
            StartsOn = training.Start,
            EndsOn = training.End,
            Name = person.Name,
            IdentityNumber = person.IdentityNumber,
            Affiliation = person.Institution ?? "",
            ExternalEmail = person.Email,
            Source = source,
            NominatedBy = by,
            NominatedAt = now,
            State = ParticipantState.Approved,
            StateSince = now,
        };

    /// <summary>Somebody from outside who registered by themselves: an officer decides.</summary>
    public static Participant Register(Training training, ExternalPerson person, string? note, DateTimeOffset now)
    {
        var participant = AddExternal(training, person, ParticipantSource.Registered, Guid.Empty, now);
        (participant.State, participant.Note) = (ParticipantState.Nominated, note);
        return participant;
    }
}

/// <summary>An employee as HR's record has them on the day of nomination.</summary>
public sealed record Nominee(
    EmployeeId EmployeeId,
    string Name,
    string IdentityNumber,
    UnitId UnitId,
    string UnitName,
    EmployeeId? SupervisorId
);
