using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

/// <summary>When and where one session is held: what people have in their diaries.</summary>
public sealed record SessionSpot(
    SessionId Id,
    DateOnly Date,
    TimeOnly Start,
    TimeOnly End,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Subject,
    string? Room,
    string? OnlineLink
)
{
    public static SessionSpot Of(Session session) =>
        new(
            session.Id,
            session.Date,
            session.Start,
            session.End,
            session.StartsAt,
            session.EndsAt,
            session.Subject,
            session.Room,
            session.OnlineLink
        );

    /// <summary>Another subject moves nobody.</summary>
    public bool IsHeldAs(SessionSpot other) => other with { Subject = Subject } == this;
}

/// <summary>An employee who teaches a session. People from outside are known by name alone and cannot be written to.</summary>
public sealed record SessionTeacher(SessionId Session, EmployeeId Teacher)
{
    public static IEnumerable<SessionTeacher> Of(Session session) =>
        session
            .Instructors.Select(one => one.EmployeeId)
            .OfType<EmployeeId>()
            .Distinct()
            .Select(teacher => new SessionTeacher(session.Id, teacher));
}

/// <summary>What is different for one who teaches: sessions that are theirs now, and sessions that are not any more.</summary>
public sealed record TeachingChange(
    EmployeeId Teacher,
    IReadOnlyList<SessionSpot> Assigned,
    IReadOnlyList<SessionSpot> Released
);

/// <summary>One session that is new, gone, or held at another time or place.</summary>
public sealed record SessionChange(SessionSpot? Before, SessionSpot? Now)
{
    public DateTimeOffset FirstMoment =>
        Before is null ? Now!.StartsAt
        : Now is null || Before.StartsAt < Now.StartsAt ? Before.StartsAt
        : Now.StartsAt;
}

/// <summary>
/// The timetable as people know it, kept from the first change until they are told: a planner who moves ten sessions,
/// and one of them twice, writes one letter.
/// </summary>
public sealed class TimetableNotice : Entity<TrainingId>
{
    /// <summary>Nothing was changed for so long: the planner is through.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>Nobody waits longer for news, however busy the planner is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private TimetableNotice() { }

    public IReadOnlyList<SessionSpot> Before { get; private set; } = [];
    public IReadOnlyList<SessionTeacher> Teaching { get; private set; } = [];
    public DateTimeOffset Since { get; private set; }

    /// <summary>From this moment people may be told.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public static TimetableNotice Begin(TimetableChanged change, DateTimeOffset now) =>
        new()
        {
            Id = change.Training,
            Before = change.Before,
            Teaching = change.Teaching,
            Since = now,
            DueAt = now + Quiet,
        };

    public void ChangedAgain(DateTimeOffset now) =>
        DueAt = now + Quiet < Since + Longest ? now + Quiet : Since + Longest;

    /// <summary>What is different for people, in order of time. Sessions that are over before and after are nobody's news.</summary>
    public IReadOnlyList<SessionChange> Compare(IReadOnlyList<SessionSpot> after, DateTimeOffset now)
    {
        var known = Before.ToDictionary(spot => spot.Id);
        var left = after.Select(spot => spot.Id).ToHashSet();
        return
        [
            .. after
                .Select(spot => new SessionChange(known.GetValueOrDefault(spot.Id), spot))
                .Where(change => change.Before?.IsHeldAs(change.Now!) != true)
                .Concat(Before.Where(spot => !left.Contains(spot.Id)).Select(spot => new SessionChange(spot, null)))
                .Where(change => change.Before?.EndsAt > now || change.Now?.EndsAt > now)
                .OrderBy(change => change.FirstMoment),
        ];
    }

    /// <summary>
    /// Who was put on sessions and taken off them, by their time. A session that was removed is nobody's any more; one
    /// that is over is nobody's news.
    /// </summary>
    public IReadOnlyList<TeachingChange> CompareTeaching(IReadOnlyList<Session> after, DateTimeOffset now)
    {
        var spots = Before
            .Concat(after.Select(SessionSpot.Of))
            .GroupBy(spot => spot.Id)
            .ToDictionary(same => same.Key, same => same.Last());
        var teaching = after.SelectMany(SessionTeacher.Of).ToHashSet();
        var assigned = Coming(teaching.Except(Teaching));
        var released = Coming(Teaching.Except(teaching));
        return
        [
            .. assigned
                .Select(own => own.Key)
                .Union(released.Select(own => own.Key))
                .Select(teacher => new TeachingChange(teacher, [.. assigned[teacher]], [.. released[teacher]])),
        ];

        ILookup<EmployeeId, SessionSpot> Coming(IEnumerable<SessionTeacher> pairs) =>
            pairs
                .Select(pair => (pair.Teacher, Spot: spots[pair.Session]))
                .Where(pair => pair.Spot.EndsAt > now)
                .OrderBy(pair => pair.Spot.StartsAt)
                .ToLookup(pair => pair.Teacher, pair => pair.Spot);
    }
}
