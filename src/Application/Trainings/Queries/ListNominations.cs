using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The approval desk: candidates of my unit, or of the people I lead, who wait for a decision.</summary>
/// <param name="UnitId">Of this unit and everything below it.</param>
/// <param name="Q">Parts of the name, tolerant of typing errors, or the beginning or end of the number.</param>
[SignedIn]
public sealed record ListNominations(
    Guid? TrainingId,
    Guid? UnitId,
    ParticipantSource? Source,
    string? Q,
    PageRequest Page
) : IQuery<Page<NominationRow>>;

internal sealed class ListNominationsValidator : AbstractValidator<ListNominations>
{
    public ListNominationsValidator() => RuleFor(request => request.Q).MaximumLength(EmployeeSearch.QuestionMaximum);
}

/// <param name="SeatsLeft">Places of the training that nobody has confirmed.</param>
/// <param name="Jp">JP in the training's year so far.</param>
/// <param name="TargetJp">JP to reach in that year; none for those to whom no minimum applies.</param>
/// <param name="Room">What the person's unit may put forward, and has; none when no quota binds it.</param>
/// <param name="RecommendedBecause">Why the system put the person forward.</param>
/// <param name="IsOwn">Nominated by me, or me: somebody else must decide.</param>
public sealed record NominationRow(
    Guid ParticipantId,
    Guid TrainingId,
    string Training,
    DateOnly Start,
    DateOnly End,
    int SeatsLeft,
    Guid? EmployeeId,
    string Name,
    string? IdentityNumber,
    string Unit,
    int Jp,
    int? TargetJp,
    UnitRoom? Room,
    ParticipantSource Source,
    string? Note,
    LocalText? RecommendedBecause,
    DateTimeOffset NominatedAt,
    bool IsOwn,
    string? OverlapsWith
);

internal sealed class ListNominationsHandler(
    IDatabase database,
    ICurrentUser user,
    IUnitTree units,
    IInstitutionClock clock,
    IEmployeeSearch search,
    UnitPlaces places,
    YearHoursReader hours
) : IRequestHandler<ListNominations, Result<Page<NominationRow>>>
{
    public async Task<Result<Page<NominationRow>>> Handle(ListNominations request, CancellationToken ct)
    {
        var people = await NarrowedAsync(request, ct);
        var total = await people.CountAsync(ct);
        var others = database.Set<Participant>().Seated();
        var trainings = database.Set<Training>();
        var found = await people
            .OrderBy(one => one.NominatedAt)
            .ThenBy(one => one.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Join(trainings, one => one.TrainingId, training => training.Id, (one, training) => new { one, training })
            .Select(row => new Waiter(
                row.one,
                row.training,
                others
                    .Where(other =>
                        other.EmployeeId == row.one.EmployeeId
                        && other.TrainingId != row.one.TrainingId
                        && other.StartsOn <= row.one.EndsOn
                        && other.EndsOn >= row.one.StartsOn
                    )
                    .Join(
                        trainings,
                        other => other.TrainingId,
                        training => training.Id,
                        (_, training) => training.Title
                    )
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
        return new Page<NominationRow>(await RowsAsync(found, ct), total, request.Page.Number, request.Page.Size);
    }

    internal static IQueryable<Participant> Waiting(IDatabase database, ICurrentUser user, DateOnly today)
    {
        var people = database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.State == ParticipantState.Nominated && one.EmployeeId != null)
            // A training that is over or called off waits for nobody.
            .Where(one =>
                database
                    .Set<Training>()
                    .Any(training =>
                        training.Id == one.TrainingId
                        && (training.State == TrainingState.Open || training.State == TrainingState.Running)
                        && training.End >= today
                    )
            );
        var scope = user.ScopeOf(Permission.ParticipantsDecide);
        if (scope.Everything)
            return people;
        var units = scope.Units.Select(unit => (UnitId?)UnitId.From(unit)).ToList();
        var me = user.EmployeeId;
        return people.Where(one => units.Contains(one.UnitId) || (me != null && one.SupervisorId == me));
    }

    private async Task<IQueryable<Participant>> NarrowedAsync(ListNominations request, CancellationToken ct)
    {
        var people = Waiting(database, user, await clock.TodayAsync(ct));
        if (request.TrainingId is { } training)
        {
            var id = TrainingId.From(training);
            people = people.Where(one => one.TrainingId == id);
        }
        if (request.UnitId is { } unit)
        {
            var tree = await units.ReadAsync(ct);
            var below = tree.WithDescendants(UnitId.From(unit)).Select(id => (UnitId?)UnitId.From(id)).ToList();
            people = people.Where(one => below.Contains(one.UnitId));
        }
        if (request.Source is { } source)
            people = people.Where(one => one.Source == source);
        if (string.IsNullOrWhiteSpace(request.Q))
            return people;
        var waiting = people;
        var among = database.Set<Employee>().AsNoTracking().Where(one => waiting.Any(who => who.EmployeeId == one.Id));
        var found = await search.FindAsync(among, request.Q, EmployeeSearch.Most, ct);
        var meant = await found.People.Select(one => (EmployeeId?)one.Id).ToListAsync(ct);
        return people.Where(one => meant.Contains(one.EmployeeId));
    }

    private async Task<List<NominationRow>> RowsAsync(List<Waiter> found, CancellationToken ct)
    {
        var earned = await hours.ReadAsync(
            [.. found.Select(one => (one.Person.EmployeeId!.Value.Value, one.Training.JpYear)).Distinct()],
            ct
        );
        var books = await places.ReadAsync([.. found.Select(one => one.Training.Id).Distinct()], ct);
        return found.ConvertAll(one =>
            Row(
                one,
                earned.GetValueOrDefault((one.Person.EmployeeId!.Value.Value, one.Training.JpYear)),
                one.Person.UnitId is { } unit ? books[one.Training.Id].RoomOf(unit) : null
            )
        );
    }

    private NominationRow Row(Waiter found, YearHours? hours, UnitRoom? room)
    {
        var (person, training, overlapsWith) = found;
        return new NominationRow(
            person.Id.Value,
            training.Id.Value,
            training.Title,
            training.Start,
            training.End,
            training.SeatsLeft,
            person.EmployeeId?.Value,
            person.Name,
            person.IdentityNumber,
            person.Affiliation,
            hours?.Jp ?? 0,
            hours?.Target,
            room,
            person.Source,
            person.Note,
            Recommendation.Of(person.RecommendedJp, person.RecommendedTarget, training.JpYear),
            person.NominatedAt,
            person.NominatedBy == user.UserId || (user.EmployeeId is { } me && person.EmployeeId == me),
            overlapsWith
        );
    }

    private sealed record Waiter(Participant Person, Training Training, string? OverlapsWith);
}
