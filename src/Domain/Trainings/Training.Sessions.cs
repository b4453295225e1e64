using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public sealed partial class Training
{
    public const int SessionsMaximum = 500;

    private readonly List<Session> sessions = [];

    /// <summary>Minutes of all sessions; kept on the root so that lists need not load them.</summary>
    public int ScheduledMinutes { get; private set; }

    public IReadOnlyList<Session> Sessions => sessions;

    public int DerivedJp => LessonHours.FromMinutes(ScheduledMinutes);

    /// <summary>Whether the timetable may be changed: until the results stand, but not while the head reads it.</summary>
    public bool AreSessionsEditable => IsPlanEditable;

    public Result<Session> AddSession(SessionPlan plan)
    {
        if (!AreSessionsEditable)
            return TrainingErrors.NotEditable(State);
        if (sessions.Count >= SessionsMaximum)
            return TrainingErrors.TooManySessions(SessionsMaximum);
        if (CheckSession(plan, null) is { Count: > 0 } errors)
            return Result<Session>.Failure(errors);
        var before = Timetable();
        var session = Session.Create(Id, plan, Zone);
        sessions.Add(session);
        TimetableChanged(before);
        return session;
    }

    /// <param name="presentFrom">When the first of those was marked who are marked in class; none when nobody is.</param>
    public Result UpdateSession(SessionId id, SessionPlan plan, DateTimeOffset? presentFrom = null)
    {
        if (sessions.FirstOrDefault(kept => kept.Id == id) is not { } session)
            return TrainingErrors.SessionNotFound();
        if (!AreSessionsEditable)
            return TrainingErrors.NotEditable(State);
        var errors = CheckSession(plan, id);
        // Nobody was in a class that had not begun; what its marks say would then be of another class.
        if (presentFrom is { } marked && session.StartsLater(plan) && plan.StartsAt(Zone) > marked)
            errors.Add(AttendanceErrors.SessionMarked(session));
        if (errors.Count > 0)
            return Result.Failure(errors);
        var before = Timetable();
        session.Apply(plan, Zone);
        TimetableChanged(before);
        return Result.Success();
    }

    public Result RemoveSession(SessionId id)
    {
        if (sessions.FirstOrDefault(kept => kept.Id == id) is not { } session)
            return TrainingErrors.SessionNotFound();
        if (!AreSessionsEditable)
            return TrainingErrors.NotEditable(State);
        var before = Timetable();
        sessions.Remove(session);
        TimetableChanged(before);
        return Result.Success();
    }

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private TimetableChanged Timetable() =>
        new(Id, [.. sessions.Select(SessionSpot.Of)], [.. sessions.SelectMany(SessionTeacher.Of)]);

    private void TimetableChanged(TimetableChanged change)
    {
        ScheduledMinutes = sessions.Sum(session => session.Minutes);
        Revision++;
        Raise(new HoursChanged(Id));
        if (AcceptsParticipants)
            Raise(change);
    }

    private List<Error> CheckSession(SessionPlan plan, SessionId? self)
    {
        var errors = new List<Error>();
        if (string.IsNullOrWhiteSpace(plan.Subject))
            errors.Add(TrainingErrors.SessionSubjectMissing());
        if (plan.End <= plan.Start)
            errors.Add(TrainingErrors.SessionEndBeforeStart(plan.Start, plan.End));
        if (plan.Date < Start || plan.Date > End)
            errors.Add(TrainingErrors.SessionOutsideDates(plan.Date, Start, End));
        if (plan.Instructors.Count > Session.InstructorsMaximum)
            errors.Add(TrainingErrors.TooManyInstructors(Session.InstructorsMaximum));
        if (plan.Instructors.Any(instructor => string.IsNullOrWhiteSpace(instructor.Name)))
            errors.Add(TrainingErrors.InstructorNameMissing());
        if (sessions.FirstOrDefault(kept => kept.Id != self && kept.Overlaps(plan)) is { } other)
            errors.Add(TrainingErrors.SessionOverlaps(other));
        return errors;
    }
}
