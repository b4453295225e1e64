using FluentValidation;
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

/// <param name="Filter">From and to are the days that are shown.</param>
[Requires(Permission.CatalogueRead, Permission.TrainingsRead)]
public sealed record GetCalendar(DateOnly From, DateOnly To, TrainingFilter Filter) : IQuery<CalendarView>;

/// <summary>Trainings of some days; sessions too when the days are two weeks or fewer.</summary>
/// <param name="Truncated">There are more trainings than fit; narrow the filter.</param>
public sealed record CalendarView(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<CalendarTraining> Trainings,
    IReadOnlyList<CalendarSession> Sessions,
    bool Truncated
);

/// <param name="Clashes">Rooms, instructors and people shared with another training; planners see the number.</param>
public sealed record CalendarTraining(
    Guid Id,
    string ActivityCode,
    string Title,
    string? Batch,
    TrainingState State,
    TrainingColour Colour,
    DateOnly Start,
    DateOnly End,
    string UnitName,
    LocalText FormName,
    LocalText? WorkingGroupName,
    string? City,
    string? Venue,
    int Quota,
    int SeatsTaken,
    int Jp,
    int Clashes
);

public sealed record CalendarSession(
    Guid Id,
    Guid TrainingId,
    string Subject,
    DateOnly Date,
    TimeOnly Start,
    TimeOnly End,
    string? Room,
    SessionMode Mode
);

internal sealed class GetCalendarValidator : AbstractValidator<GetCalendar>
{
    private const int MaximumDays = 400;

    public GetCalendarValidator()
    {
        RuleFor(request => request.To)
            .GreaterThanOrEqualTo(request => request.From)
            .WithErrorCode("calendar.end_before_start");
        RuleFor(request => request)
            .Must(request => request.To.DayNumber - request.From.DayNumber < MaximumDays)
            .WithErrorCode("calendar.too_long")
            .OverridePropertyName("To");
    }
}

internal sealed class GetCalendarHandler(
    IDatabase database,
    ICurrentUser user,
    UnitFilter units,
    TrainingNamesReader namesReader,
    IClashFinder clashFinder
) : IRequestHandler<GetCalendar, Result<CalendarView>>
{
    private const int Most = 2_000;
    private const int DaysWithSessions = 14;

    public async Task<Result<CalendarView>> Handle(GetCalendar request, CancellationToken cancellationToken)
    {
        var widened = await units.WidenAsync(request.Filter.UnitId, cancellationToken);
        var filter = request.Filter with { From = request.From, To = request.To };
        var wanted = database.Set<Training>().AsNoTracking().VisibleTo(user).Narrow(filter, widened);
        if (filter.States is not { Count: > 0 })
            wanted = wanted.Where(training => training.State != TrainingState.Cancelled);
        var lines = await wanted
            .OrderBy(training => training.Start)
            .ThenBy(training => training.Id)
            .Take(Most + 1)
            .Select(TrainingLine.Projection)
            .ToListAsync(cancellationToken);
        var shown = lines.Take(Most).ToList();
        var names = await namesReader.ReadAsync(cancellationToken);
        var inside = shown.Where(line => user.SeesInside(line.UnitId)).Select(line => line.Id.Value).ToList();
        var clashes = await clashFinder.CountAsync(inside, cancellationToken);
        return new CalendarView(
            request.From,
            request.To,
            [.. shown.Select(line => ToView(line, names, clashes.GetValueOrDefault(line.Id.Value)))],
            await SessionsAsync(request, [.. shown.Select(line => line.Id)], cancellationToken),
            lines.Count > Most
        );
    }

    private async Task<IReadOnlyList<CalendarSession>> SessionsAsync(
        GetCalendar request,
        List<TrainingId> trainings,
        CancellationToken cancellationToken
    )
    {
        if (request.To.DayNumber - request.From.DayNumber >= DaysWithSessions)
            return [];
        var sessions = await database
            .Set<Session>()
            .AsNoTracking()
            .Where(session => trainings.Contains(session.TrainingId))
            .Where(session => session.Date >= request.From && session.Date <= request.To)
            .OrderBy(session => session.StartsAt)
            .ToListAsync(cancellationToken);
        return [.. sessions.Select(ToView)];
    }

    private static CalendarSession ToView(Session session) =>
        new(
            session.Id.Value,
            session.TrainingId.Value,
            session.Subject,
            session.Date,
            session.Start,
            session.End,
            session.Room,
            session.Mode
        );

    private static CalendarTraining ToView(TrainingLine line, TrainingNames names, int clashes) =>
        new(
            line.Id.Value,
            line.ActivityCode,
            line.Title,
            line.Batch,
            line.State,
            line.Colour,
            line.Start,
            line.End,
            names.Unit(line.UnitId),
            names.Form(line.Form, line.Start),
            names.WorkingGroup(line.WorkingGroup, line.Start),
            line.City,
            line.Venue,
            line.Quota,
            line.SeatsTaken,
            line.Jp,
            clashes
        );
}
