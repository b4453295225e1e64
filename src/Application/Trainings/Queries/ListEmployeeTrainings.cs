using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The trainings of a person, newest first: one's own, of one's team, or in the units one may see.</summary>
[Requires(Permission.OwnProfile, Permission.ParticipantsRead, Permission.TeamRead)]
public sealed record ListEmployeeTrainings(Guid EmployeeId, PageRequest Page) : IQuery<Page<EmployeeTraining>>;

/// <param name="Jp">JP that stand in the ledger for it.</param>
/// <param name="CanOpen">The training itself may be opened.</param>
public sealed record EmployeeTraining(
    Guid ParticipantId,
    Guid TrainingId,
    string Title,
    DateOnly Start,
    DateOnly End,
    string? Place,
    DeliveryScheme Scheme,
    ParticipantState State,
    int? ReserveRank,
    int Jp,
    bool CanOpen
);

internal sealed class ListEmployeeTrainingsHandler(IDatabase database, ICurrentUser user, PersonGate gate)
    : IRequestHandler<ListEmployeeTrainings, Result<Page<EmployeeTraining>>>
{
    public async Task<Result<Page<EmployeeTraining>>> Handle(ListEmployeeTrainings request, CancellationToken ct)
    {
        var id = EmployeeId.From(request.EmployeeId);
        var person = await gate.OpenAsync(id, Permission.ParticipantsRead, nameof(ListEmployeeTrainings), ct);
        if (person is null)
            return EmployeeErrors.NotFound();
        var ids = person.Ids;
        var visible = database.Set<Training>().VisibleTo(user);
        var mine = database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.EmployeeId != null && ids.Contains(one.EmployeeId.Value));
        var total = await mine.CountAsync(ct);
        var rows = await mine.OrderByDescending(one => one.StartsOn)
            .ThenByDescending(one => one.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Join(
                database.Set<Training>(),
                one => one.TrainingId,
                training => training.Id,
                (one, training) =>
                    new EmployeeTraining(
                        one.Id.Value,
                        training.Id.Value,
                        training.Title,
                        training.Start,
                        training.End,
                        training.City ?? training.Venue,
                        training.Scheme,
                        one.State,
                        one.ReserveRank,
                        0,
                        visible.Any(open => open.Id == training.Id)
                    )
            )
            .ToListAsync(ct);
        var earned = await EarnedAsync(ids, [.. rows.Select(row => row.TrainingId)], ct);
        return new Page<EmployeeTraining>(
            rows.ConvertAll(row => row with { Jp = earned.GetValueOrDefault(row.TrainingId) }),
            total,
            request.Page.Number,
            request.Page.Size
        );
    }

    private Task<Dictionary<Guid, int>> EarnedAsync(
        IReadOnlyList<EmployeeId> ids,
        IReadOnlyList<Guid> trainings,
        CancellationToken ct
    ) =>
        database
            .Set<LedgerEntry>()
            .Where(entry => ids.Contains(entry.EmployeeId) && trainings.Contains(entry.OriginId))
            .GroupBy(entry => entry.OriginId)
            .Select(group => new { group.Key, Jp = group.Sum(entry => entry.Jp) })
            .ToDictionaryAsync(sum => sum.Key, sum => sum.Jp, ct);
}
