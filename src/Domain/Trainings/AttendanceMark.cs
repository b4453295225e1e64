using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public readonly record struct AttendanceMarkId(Guid Value) : ITypedId<AttendanceMarkId>
{
    public static AttendanceMarkId From(Guid value) => new(value);

    public static AttendanceMarkId New() => new(Guid.CreateVersion7());
}

/// <summary>As monitoring form 3.3 has it.</summary>
public enum AttendanceStatus
{
    Full,
    Partly,
    Absent,
    Excused,
}

public enum AttendanceSource
{
    Officer,
    CheckIn,
    Import,
}

/// <summary>
/// One statement about one person in one session. A correction is a new mark; the earlier one stays with the
/// reason it was replaced for.
/// </summary>
public sealed class AttendanceMark : Entity<AttendanceMarkId>
{
    public const int ReasonMaximum = 300;

    private AttendanceMark() { }

    public TrainingId TrainingId { get; private set; }
    public SessionId SessionId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }
    public AttendanceStatus Status { get; private set; }

    /// <summary>Minutes in class, for those who were there partly.</summary>
    public int? Minutes { get; private set; }
    public AttendanceSource Source { get; private set; }

    /// <summary>When the browser noted it; earlier than <see cref="RecordedAt"/> when the class was offline.</summary>
    public DateTimeOffset TakenAt { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <summary>Why it replaces an earlier mark.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset? SupersededAt { get; private set; }

    public bool IsPresence => Status is AttendanceStatus.Full or AttendanceStatus.Partly;

    /// <param name="id">Made by the sender, so that the same mark sent twice is stored once.</param>
    public static Result<AttendanceMark> Take(
        AttendanceMarkId id,
        Participant participant,
        SessionTime session,
        AttendanceStatus status,
        int? minutes,
        AttendanceSource source,
        DateTimeOffset takenAt,
        Guid by,
        DateTimeOffset now
    )
    {
        if (!participant.State.HasSeat())
            return AttendanceErrors.NotConfirmed();
        if (now < session.StartsAt)
            return AttendanceErrors.BeforeStart(session);
        if (status == AttendanceStatus.Partly && (minutes < 1 || minutes > session.Minutes))
            return AttendanceErrors.MinutesOutOfRange(session.Minutes);
        return new AttendanceMark
        {
            Id = id,
            TrainingId = participant.TrainingId,
            SessionId = session.Id,
            ParticipantId = participant.Id,
            Status = status,
            Minutes = status == AttendanceStatus.Partly ? minutes : null,
            Source = source,
            TakenAt = takenAt > now ? now : takenAt,
            RecordedAt = now,
            RecordedBy = by,
        };
    }

    /// <summary>
    /// Minutes that count: all, those noted, or half of the session when nobody noted them; never more than the session
    /// has, which may have been shortened since.
    /// </summary>
    public int CountedMinutes(int sessionMinutes) =>
        Status switch
        {
            AttendanceStatus.Full => sessionMinutes,
            AttendanceStatus.Partly => Math.Min(Minutes ?? sessionMinutes / 2, sessionMinutes),
            _ => 0,
        };

    public bool SaysTheSameAs(AttendanceMark other) => Status == other.Status && Minutes == other.Minutes;

    /// <summary>The class was not held then: what was said of it counts no more.</summary>
    public void TakeBack(DateTimeOffset now) => SupersededAt = now;

    /// <summary>Takes the place of an earlier mark that says something else.</summary>
    public Result Correct(AttendanceMark earlier, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return AttendanceErrors.CorrectionNeedsReason();
        if (reason.Trim().Length > ReasonMaximum)
            return AttendanceErrors.ReasonTooLong(ReasonMaximum);
        Reason = reason.Trim();
        earlier.SupersededAt = RecordedAt;
        return Result.Success();
    }
}

/// <summary>When a session is held: what attendance needs to know of it.</summary>
public readonly record struct SessionTime(
    SessionId Id,
    DateOnly Date,
    TimeOnly Start,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt
)
{
    public static SessionTime Of(Session session) =>
        new(session.Id, session.Date, session.Start, session.StartsAt, session.EndsAt);

    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;
}
