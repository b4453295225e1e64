using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The feed behind a secret address, as iCalendar text.</summary>
[Public("Calendar programs cannot sign in; the secret in the address stands for its maker.")]
public sealed record GetCalendarFeed(string Secret) : IQuery<string>;

internal sealed class GetCalendarFeedHandler(
    IDatabase database,
    IEmployeeDirectory directory,
    IAccessDirectory access,
    IUnitTree tree,
    UnitFilter units,
    TimeProvider time
) : IRequestHandler<GetCalendarFeed, Result<string>>
{
    private const int DaysBack = 90;
    private const int DaysAhead = 400;

    public async Task<Result<string>> Handle(GetCalendarFeed request, CancellationToken cancellationToken)
    {
        var hash = FeedSecret.Hash(request.Secret);
        var feed = await database
            .Set<CalendarFeed>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.TokenHash == hash && one.RevokedAt == null, cancellationToken);
        if (feed is null || !await IsOpenAsync(feed, cancellationToken))
            return CalendarFeedErrors.NotFound();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var window = database
            .Set<Training>()
            .AsNoTracking()
            .Where(training => training.Start <= today.AddDays(DaysAhead) && training.End >= today.AddDays(-DaysBack))
            .Where(training => training.State != TrainingState.Draft && training.State != TrainingState.Returned);
        var events = feed.EmployeeId is { } employee
            ? await OfPersonAsync(window, employee, cancellationToken)
            : await OfTrainingsAsync(window, feed.UnitId, cancellationToken);
        return CalendarText.Write(feed.Name, events, time.GetUtcNow());
    }

    /// <summary>
    /// An address in a forgotten phone is access too: it shows what its maker may see today, and nothing once the
    /// account is closed, the maker has left, or the role that opened the unit is gone.
    /// </summary>
    private async Task<bool> IsOpenAsync(CalendarFeed feed, CancellationToken cancellationToken)
    {
        if (await access.RightsAsync(AccountId.From(feed.OwnerId), cancellationToken) is not { } rights)
            return false;
        if (feed.EmployeeId is { } id)
            return (await directory.FindAsync([id], cancellationToken)).GetValueOrDefault(id) is { Active: true };
        if (feed.UnitId is not { } unit || rights.HoldsEverywhere(Permission.TrainingsRead))
            return true;
        var units = await tree.ReadAsync(cancellationToken);
        return units.WithDescendants(rights.UnitsOf(Permission.TrainingsRead)).Contains(unit.Value);
    }

    private async Task<List<CalendarEvent>> OfTrainingsAsync(
        IQueryable<Training> window,
        UnitId? unit,
        CancellationToken cancellationToken
    )
    {
        var widened = await units.WidenAsync(unit?.Value, cancellationToken);
        var shownFrom = widened is null ? TrainingState.Open : TrainingState.Approved;
        var trainings = await window
            .Narrow(new TrainingFilter(), widened)
            .Where(training =>
                training.State != TrainingState.Submitted
                && (widened != null || training.State != TrainingState.Approved)
            )
            // Called off is news only to those who could see that it was planned.
            .Where(training =>
                training.State != TrainingState.Cancelled
                || training.Transitions.Any(transition => transition.To == shownFrom)
            )
            .OrderBy(training => training.Start)
            .ToListAsync(cancellationToken);
        return [.. trainings.Select(CalendarEvent.WholeTraining)];
    }

    private async Task<List<CalendarEvent>> OfPersonAsync(
        IQueryable<Training> window,
        EmployeeId employee,
        CancellationToken cancellationToken
    )
    {
        ParticipantState[] with =
        [
            ParticipantState.Invited,
            ParticipantState.Confirmed,
            ParticipantState.Attended,
            ParticipantState.Passed,
            ParticipantState.Failed,
        ];
        var attends = await database
            .Set<Participant>()
            .Where(one => one.EmployeeId == employee && with.Contains(one.State))
            .Select(one => one.TrainingId)
            .ToListAsync(cancellationToken);
        var teaches = await database
            .Set<SessionInstructor>()
            .Where(one => one.EmployeeId == employee)
            .Select(one => one.SessionId)
            .ToListAsync(cancellationToken);
        var trainings = await window
            .Where(training =>
                attends.Contains(training.Id) || training.Sessions.Any(session => teaches.Contains(session.Id))
            )
            .Include(training => training.Sessions.OrderBy(session => session.StartsAt))
            .ToListAsync(cancellationToken);
        return
        [
            .. trainings.SelectMany(training =>
                training.Sessions.Count == 0
                    ? [CalendarEvent.WholeTraining(training)]
                    : training
                        .Sessions.Where(session => attends.Contains(training.Id) || teaches.Contains(session.Id))
                        .Select(session => CalendarEvent.OneSession(training, session))
            ),
        ];
    }
}
