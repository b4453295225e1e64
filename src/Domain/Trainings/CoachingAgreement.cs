using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

public readonly record struct CoachingAgreementId(Guid Value) : ITypedId<CoachingAgreementId>
{
    public static CoachingAgreementId From(Guid value) => new(value);

    public static CoachingAgreementId New() => new(Guid.CreateVersion7());
}

public readonly record struct CoachingMeetingId(Guid Value) : ITypedId<CoachingMeetingId>
{
    public static CoachingMeetingId From(Guid value) => new(value);

    public static CoachingMeetingId New() => new(Guid.CreateVersion7());
}

public enum CoachingKind
{
    Coaching,
    Mentoring,

    /// <summary>Belajar mandiri, monitored by the direct superior.</summary>
    SelfLearning,

    /// <summary>Komunitas belajar, monitored by the direct superior.</summary>
    Community,
}

/// <summary>
/// The contract of learning between a participant and who accompanies them: a coach or mentor (monitoring form 3.4), or
/// the superior who monitors learning on one's own or in a community.
/// </summary>
public sealed class CoachingAgreement : AggregateRoot<CoachingAgreementId>
{
    public const int CoachMaximum = 300;
    public const int GoalMaximum = 2000;
    public const int MeetingsMaximum = 100;

    /// <summary>What the superior monitors; it informs, while meetings with a coach or mentor decide on passing.</summary>
    public static readonly IReadOnlyList<CoachingKind> SupervisedKinds =
    [
        CoachingKind.SelfLearning,
        CoachingKind.Community,
    ];

    private readonly List<CoachingMeeting> meetings = [];

    private CoachingAgreement() { }

    public TrainingId TrainingId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }
    public string CoachName { get; private set; } = "";
    public EmployeeId? CoachEmployeeId { get; private set; }
    public CoachingKind Kind { get; private set; }
    public string Goal { get; private set; } = "";
    public int AgreedMeetings { get; private set; }

    /// <summary>The signed paper, a file of the store.</summary>
    public string? ContractFileHash { get; private set; }
    public string? ContractFileName { get; private set; }
    public string? ContractContentType { get; private set; }
    public IReadOnlyList<CoachingMeeting> Meetings => meetings;

    /// <summary>The superior's to note, not the learner's own.</summary>
    public bool IsSupervised => IsSupervisedAs(Kind);

    public static bool IsSupervisedAs(CoachingKind kind) => SupervisedKinds.Contains(kind);

    public static Result<CoachingAgreement> Conclude(Training training, Participant participant, CoachingTerms terms)
    {
        if (!participant.State.HasSeat())
            return ParticipantErrors.NotWhile(participant.State);
        var agreement = new CoachingAgreement
        {
            Id = CoachingAgreementId.New(),
            TrainingId = participant.TrainingId,
            ParticipantId = participant.Id,
        };
        var changed = agreement.Change(training, terms);
        return changed.IsSuccess ? agreement : changed.Error;
    }

    /// <summary>Results are made of it: once they stand, and where nothing is held any more, it stays as it is.</summary>
    public Result Change(Training training, CoachingTerms terms)
    {
        if (!training.AcceptsParticipants)
            return CoachingErrors.NotWhile(training.State);
        if (string.IsNullOrWhiteSpace(terms.CoachName) || string.IsNullOrWhiteSpace(terms.Goal))
            return CoachingErrors.TermsMissing();
        if (terms.AgreedMeetings is < 1 or > MeetingsMaximum)
            return CoachingErrors.MeetingsOutOfRange(MeetingsMaximum);
        CoachName = terms.CoachName.Trim();
        CoachEmployeeId = terms.CoachEmployeeId;
        Kind = terms.Kind;
        Goal = terms.Goal.Trim();
        AgreedMeetings = terms.AgreedMeetings;
        return Result.Success();
    }

    /// <summary>Another superior by now: what was agreed and noted stays.</summary>
    public void PassTo(EmployeeId superior, string name) => (CoachEmployeeId, CoachName) = (superior, name);

    public void AttachContract(DocumentFile file) =>
        (ContractFileHash, ContractFileName, ContractContentType) = (file.Hash, file.Name, file.ContentType);

    /// <summary>Coach and participant both note what was held: one meeting a day, so that none counts twice.</summary>
    public Result<CoachingMeeting> Hold(
        Training training,
        DateOnly on,
        int minutes,
        string topic,
        string? outcome,
        DateOnly today,
        Guid by,
        DateTimeOffset now
    )
    {
        if (!training.AcceptsParticipants)
            return CoachingErrors.NotWhile(training.State);
        if (on > today)
            return CoachingErrors.MeetingInFuture();
        if (on < training.Start || on > training.End)
            return CoachingErrors.MeetingOutsideDates(training.Start, training.End);
        if (meetings.Exists(held => held.HeldOn == on))
            return CoachingErrors.MeetingNoted(on);
        if (minutes is < 1 or > CoachingMeeting.MinutesMaximum)
            return CoachingErrors.MinutesOutOfRange(CoachingMeeting.MinutesMaximum);
        if (string.IsNullOrWhiteSpace(topic))
            return CoachingErrors.TopicMissing();
        var meeting = CoachingMeeting.Of(Id, on, minutes, topic.Trim(), outcome?.Trim(), by, now);
        meetings.Add(meeting);
        return meeting;
    }

    /// <summary>It was noted by mistake.</summary>
    public Result TakeAway(Training training, CoachingMeetingId id)
    {
        if (!training.AcceptsParticipants)
            return CoachingErrors.NotWhile(training.State);
        return meetings.RemoveAll(held => held.Id == id) > 0 ? Result.Success() : CoachingErrors.MeetingNotFound();
    }
}

public sealed record CoachingTerms(
    CoachingKind Kind,
    string CoachName,
    EmployeeId? CoachEmployeeId,
    string Goal,
    int AgreedMeetings
);
