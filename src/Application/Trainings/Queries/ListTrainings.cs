using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <param name="Sort">start, title, code, state, seats or quota; a minus before it turns the order.</param>
[Requires(Permission.CatalogueRead, Permission.TrainingsRead)]
public sealed record ListTrainings(TrainingFilter Filter, string? Sort, PageRequest Page) : IQuery<Page<TrainingRow>>;

/// <summary>One line of the list of trainings.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
public sealed record TrainingRow(
    Guid Id,
    string ActivityCode,
    string Title,
    string? Batch,
    TrainingState State,
    DeliveryScheme Scheme,
    Cluster Cluster,
    string Form,
    LocalText FormName,
    string? WorkingGroup,
    LocalText? WorkingGroupName,
    Guid UnitId,
    string UnitName,
    DateOnly Start,
    DateOnly End,
    string? City,
    string? Venue,
    int Quota,
    int SeatsTaken,
    int Jp,
    TrainingColour Colour
);

internal sealed class ListTrainingsHandler(
    ITrainingPages pages,
    ICurrentUser user,
    UnitFilter units,
    TrainingNamesReader namesReader
) : IRequestHandler<ListTrainings, Result<Page<TrainingRow>>>
{
    public async Task<Result<Page<TrainingRow>>> Handle(ListTrainings request, CancellationToken cancellationToken)
    {
        var widened = await units.WidenAsync(request.Filter.UnitId, cancellationToken);
        var scope = user.ScopeOf(Permission.TrainingsRead);
        var (found, total) = await pages.ReadAsync(request, widened, scope, cancellationToken);
        var names = await namesReader.ReadAsync(cancellationToken);
        return new Page<TrainingRow>(
            [.. found.Select(line => line.ToRow(names))],
            total,
            request.Page.Number,
            request.Page.Size
        );
    }
}
