using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[Requires(Permission.CatalogueRead, Permission.TrainingsRead)]
public sealed record GetDailyProgramme(Guid TrainingId) : IQuery<DailyProgramme>;

/// <param name="TimeZone">Times are local to this zone.</param>
/// <param name="DerivedJp">Whole JP in the minutes of all sessions.</param>
/// <param name="Jp">What the training gives by the rule of its form or by its programme.</param>
/// <param name="Clashes">Participants who sit in another training on the same days; only planners see clashes.</param>
/// <param name="News">Changes that people have not been told of yet; only planners see them.</param>
/// <param name="Version">Of the training; to be sent as If-Match when a session is changed.</param>
public sealed record DailyProgramme(
    Guid TrainingId,
    string Title,
    string ActivityCode,
    string TimeZone,
    DateOnly Start,
    DateOnly End,
    string? Venue,
    int ScheduledMinutes,
    int DerivedJp,
    int Jp,
    IReadOnlyList<ProgrammeDay> Days,
    IReadOnlyList<Clash> Clashes,
    bool CanEdit,
    uint Version,
    UntoldChanges? News
);

/// <param name="Changes">Sessions that are new, gone, or held at another time or place.</param>
/// <param name="TellsAt">When they are told if nothing else is changed.</param>
public sealed record UntoldChanges(int Changes, DateTimeOffset TellsAt);

public sealed record ProgrammeDay(DateOnly Date, int Minutes, IReadOnlyList<SessionView> Sessions);

/// <summary>One session.</summary>
/// <param name="Start">Local time.</param>
/// <param name="Jp">Whole JP of this session alone; the training's are counted by the rule of its form.</param>
/// <param name="Clashes">Only planners see them.</param>
public sealed record SessionView(
    Guid Id,
    DateOnly Date,
    TimeOnly Start,
    TimeOnly End,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    SessionMode Mode,
    string Subject,
    string? Room,
    string? OnlineLink,
    int Minutes,
    int Jp,
    IReadOnlyList<InstructorView> Instructors,
    IReadOnlyList<Clash> Clashes
);

public sealed record InstructorView(Guid? EmployeeId, string Name, string? Institution);

internal sealed class GetDailyProgrammeHandler(
    IDatabase database,
    ICurrentUser user,
    IClashFinder clashFinder,
    TimeProvider time
) : IRequestHandler<GetDailyProgramme, Result<DailyProgramme>>
{
    public async Task<Result<DailyProgramme>> Handle(GetDailyProgramme request, CancellationToken cancellationToken)
    {
        var id = TrainingId.From(request.TrainingId);
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .VisibleTo(user)
            .Include(found => found.Sessions.OrderBy(session => session.StartsAt))
                .ThenInclude(session => session.Instructors)
            .AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (training is null)
            return TrainingErrors.NotFound();
        var clashes = user.SeesInside(training.UnitId)
            ? await clashFinder.OfTrainingAsync(request.TrainingId, cancellationToken)
            : [];
        return new DailyProgramme(
            training.Id.Value,
            training.Title,
            training.ActivityCode,
            training.TimeZone,
            training.Start,
            training.End,
            training.Venue,
            training.ScheduledMinutes,
            training.DerivedJp,
            training.Jp,
            [
                .. training
                    .Sessions.GroupBy(session => session.Date)
                    .OrderBy(day => day.Key)
                    .Select(day => Day(day, clashes)),
            ],
            [.. clashes.Where(clash => clash.SessionId is null)],
            TrainingAbilities.Of(training, user, time.GetUtcNow()).CanEditSessions,
            (uint)training.Revision,
            user.SeesInside(training.UnitId) ? await NewsAsync(training, cancellationToken) : null
        );
    }

    private async Task<UntoldChanges?> NewsAsync(Training training, CancellationToken cancellationToken)
    {
        var notice = await database
            .Set<TimetableNotice>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == training.Id, cancellationToken);
        if (notice is null)
            return null;
        var now = time.GetUtcNow();
        var changed = notice
            .Compare([.. training.Sessions.Select(SessionSpot.Of)], now)
            .Select(change => (change.Now ?? change.Before)!.Id)
            .Union(
                notice
                    .CompareTeaching(training.Sessions, now)
                    .SelectMany(change => change.Assigned.Concat(change.Released))
                    .Select(spot => spot.Id)
            )
            .Count();
        return changed == 0 ? null : new UntoldChanges(changed, notice.DueAt);
    }

    private static ProgrammeDay Day(IGrouping<DateOnly, Session> day, IReadOnlyList<Clash> clashes) =>
        new(
            day.Key,
            day.Sum(session => session.Minutes),
            [.. day.OrderBy(session => session.Start).Select(session => View(session, clashes))]
        );

    private static SessionView View(Session session, IReadOnlyList<Clash> clashes) =>
        new(
            session.Id.Value,
            session.Date,
            session.Start,
            session.End,
            session.StartsAt,
            session.EndsAt,
            session.Mode,
            session.Subject,
            session.Room,
            session.OnlineLink,
            session.Minutes,
            LessonHours.FromMinutes(session.Minutes),
            [
                .. session
                    .Instructors.OrderBy(instructor => instructor.Id)
                    .Select(instructor => new InstructorView(
                        instructor.EmployeeId?.Value,
                        instructor.Name,
                        instructor.Institution
                    )),
            ],
            [.. clashes.Where(clash => clash.SessionId == session.Id.Value)]
        );
}
