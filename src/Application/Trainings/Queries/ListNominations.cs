using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The approval desk: candidates of my unit, or of the people I lead, who wait for a decision.</summary>
[SignedIn]
public sealed record ListNominations(Guid? TrainingId, PageRequest Page) : IQuery<Page<NominationRow>>;

/// <param name="IsOwn">Nominated by me, or me: somebody else must decide.</param>
public sealed record NominationRow(
    Guid ParticipantId,
    Guid TrainingId,
    string Training,
    DateOnly Start,
    DateOnly End,
    Guid? EmployeeId,
    string Name,
    string? IdentityNumber,
    string Unit,
    ParticipantSource Source,
    string? Note,
    DateTimeOffset NominatedAt,
    bool IsOwn,
    string? OverlapsWith
);

internal sealed class ListNominationsHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListNominations, Result<Page<NominationRow>>>
{
    public async Task<Result<Page<NominationRow>>> Handle(ListNominations request, CancellationToken ct)
    {
        var people = Waiting(database, user);
        if (request.TrainingId is { } wanted)
        {
            var id = TrainingId.From(wanted);
            people = people.Where(one => one.TrainingId == id);
        }
        var total = await people.CountAsync(ct);
        var (me, myself) = (user.UserId, user.EmployeeId);
        var seated = ParticipantStates.WithSeat.ToArray();
        var others = database.Set<Participant>().Where(one => seated.Contains(one.State));
        var trainings = database.Set<Training>();
        var rows = await people
            .OrderBy(one => one.NominatedAt)
            .ThenBy(one => one.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Join(trainings, one => one.TrainingId, training => training.Id, (one, training) => new { one, training })
            .Select(row => new NominationRow(
                row.one.Id.Value,
                row.training.Id.Value,
                row.training.Title,
                row.training.Start,
                row.training.End,
                row.one.EmployeeId!.Value.Value,
                row.one.Name,
                row.one.IdentityNumber,
                row.one.Affiliation,
                row.one.Source,
                row.one.Note,
                row.one.NominatedAt,
                row.one.NominatedBy == me || (myself != null && row.one.EmployeeId == myself),
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
        return new Page<NominationRow>(rows, total, request.Page.Number, request.Page.Size);
    }

    internal static IQueryable<Participant> Waiting(IDatabase database, ICurrentUser user)
    {
        var people = database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.State == ParticipantState.Nominated && one.EmployeeId != null);
        var scope = user.ScopeOf(Permission.ParticipantsDecide);
        if (scope.Everything)
            return people;
        var units = scope.Units.Select(unit => (UnitId?)UnitId.From(unit)).ToList();
        var me = user.EmployeeId;
        return people.Where(one => units.Contains(one.UnitId) || (me != null && one.SupervisorId == me));
    }
}
