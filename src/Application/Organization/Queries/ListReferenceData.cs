using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Organization.Queries;

/// <param name="Kind">One table; null lists the tables only.</param>
/// <param name="On">Only what holds on this day; null shows past and future too.</param>
[SignedIn]
public sealed record ListReferenceData(ReferenceKind? Kind, DateOnly? On) : IQuery<ReferenceDataView>;

/// <param name="Kinds">All tables with their numbers, for the list at the side.</param>
/// <param name="Fields">Typed values that items of the chosen table have.</param>
/// <param name="RestsOnSource">Whether items of the chosen table are to be compared with a regulation or study.</param>
/// <param name="Codes">Codes that items of the chosen table may have; null when codes are free.</param>
public sealed record ReferenceDataView(
    IReadOnlyList<ReferenceKindSummary> Kinds,
    IReadOnlyList<ReferenceField> Fields,
    bool RestsOnSource,
    IReadOnlyList<string>? Codes,
    IReadOnlyList<ReferenceItemView> Items,
    DateOnly Today,
    bool CanUpdate
);

/// <param name="Current">Items that hold today.</param>
/// <param name="Unconfirmed">Those among them that rest on a source which nobody has compared yet.</param>
public sealed record ReferenceKindSummary(ReferenceKind Kind, int Current, int Unconfirmed);

internal sealed class ListReferenceDataHandler(IDatabase database, ICurrentUser user, IInstitutionClock clock)
    : IRequestHandler<ListReferenceData, Result<ReferenceDataView>>
{
    public async Task<Result<ReferenceDataView>> Handle(ListReferenceData request, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var items = request.Kind is { } kind ? await ItemsAsync(kind, request.On, cancellationToken) : [];
        return new ReferenceDataView(
            await KindsAsync(today, cancellationToken),
            request.Kind is { } shaped ? ReferenceShape.Of(shaped) : [],
            request.Kind is { } based && ReferenceShape.RestsOnSource(based),
            request.Kind is { } coded ? ReferenceShape.CodesOf(coded) : null,
            [.. items.Select(item => ReferenceItemView.Of(item, today))],
            today,
            user.Has(Permission.ReferenceDataManage)
        );
    }

    private async Task<List<ReferenceItem>> ItemsAsync(
        ReferenceKind kind,
        DateOnly? on,
        CancellationToken cancellationToken
    )
    {
        var items = database.Set<ReferenceItem>().AsNoTracking().Where(item => item.Kind == kind);
        if (on is { } day)
            items = items.Where(item => item.ValidFrom <= day && (item.ValidTo == null || item.ValidTo >= day));
        return await items
            .OrderBy(item => item.Position)
            .ThenBy(item => item.Code)
            .ThenByDescending(item => item.ValidFrom)
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ReferenceKindSummary>> KindsAsync(
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var counted = await database
            .Set<ReferenceItem>()
            .Where(item => item.ValidFrom <= today && (item.ValidTo == null || item.ValidTo >= today))
            .GroupBy(item => item.Kind)
            .Select(group => new ReferenceKindSummary(group.Key, group.Count(), group.Count(item => !item.Confirmed)))
            .ToDictionaryAsync(summary => summary.Kind, cancellationToken);
        return
        [
            .. Enum.GetValues<ReferenceKind>()
                .Select(kind => counted.GetValueOrDefault(kind) ?? new ReferenceKindSummary(kind, 0, 0))
                .Select(found => ReferenceShape.RestsOnSource(found.Kind) ? found : found with { Unconfirmed = 0 }),
        ];
    }
}
