using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

/// <summary>What a planner enters for one session; times are local to the training's zone.</summary>
public sealed record SessionPlan(DateOnly Date, TimeOnly Start, TimeOnly End, SessionMode Mode, string Subject)
{
    public string? Room { get; init; }
    public string? OnlineLink { get; init; }
    public IReadOnlyList<InstructorPlan> Instructors { get; init; } = [];

    internal DateTimeOffset StartsAt(TimeZoneInfo zone) => Session.ToInstant(Date, Start, zone);
}

/// <summary>An employee, or a person from outside by name.</summary>
public sealed record InstructorPlan(EmployeeId? EmployeeId, string Name, string? Institution);

/// <summary>One meeting of a training.</summary>
public sealed class Session : Entity<SessionId>
{
    public const int SubjectMaximum = 300;
    public const int RoomMaximum = 200;
    public const int InstructorsMaximum = 20;

    private readonly List<SessionInstructor> instructors = [];

    private Session() { }

    public TrainingId TrainingId { get; private set; }
    public DateOnly Date { get; private set; }
    public TimeOnly Start { get; private set; }
    public TimeOnly End { get; private set; }

    /// <summary>The same as instants: clashes and check-in are reckoned with these.</summary>
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public SessionMode Mode { get; private set; }
    public string Subject { get; private set; } = "";
    public string? Room { get; private set; }
    public string? OnlineLink { get; private set; }
    public IReadOnlyList<SessionInstructor> Instructors => instructors;

    public int Minutes => LessonHours.MinutesBetween(Start, End);

    internal static Session Create(TrainingId training, SessionPlan plan, TimeZoneInfo zone)
    {
        var session = new Session { Id = SessionId.New(), TrainingId = training };
        session.Apply(plan, zone);
        return session;
    }

    internal void Apply(SessionPlan plan, TimeZoneInfo zone)
    {
        Date = plan.Date;
        Start = plan.Start;
        End = plan.End;
        Mode = plan.Mode;
        Subject = TypedText.Clean(plan.Subject);
        Room = Clean(plan.Room);
        OnlineLink = Clean(plan.OnlineLink);
        Anchor(zone);
        instructors.RemoveAll(kept => !plan.Instructors.Any(kept.Is));
        instructors.AddRange(
            plan.Instructors.Where(wanted => !instructors.Any(kept => kept.Is(wanted)))
                .Select(wanted => new SessionInstructor(Id, wanted))
        );
    }

    internal SessionPlan ToPlan(int daysLater) =>
        new(Date.AddDays(daysLater), Start, End, Mode, Subject)
        {
            Room = Room,
            OnlineLink = OnlineLink,
            Instructors = [.. instructors.Select(one => new InstructorPlan(one.EmployeeId, one.Name, one.Institution))],
        };

    /// <summary>Local times stay and instants follow when the training's zone changes.</summary>
    internal void Anchor(TimeZoneInfo zone)
    {
        StartsAt = ToInstant(Date, Start, zone);
        EndsAt = ToInstant(Date, End, zone);
    }

    internal bool Overlaps(SessionPlan plan) => Date == plan.Date && Start < plan.End && plan.Start < End;

    internal bool StartsLater(SessionPlan plan) => (plan.Date, plan.Start).CompareTo((Date, Start)) > 0;

    internal static DateTimeOffset ToInstant(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static string? Clean(string? text) => TypedText.OrNothing(text);
}
