using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Organization.Queries;

/// <summary>One item with everything it has ever said, and the other items of its code.</summary>
[SignedIn]
public sealed record GetReferenceItem(Guid Id) : IQuery<ReferenceItemDetail>;

/// <param name="History">Every revision of this item, newest first.</param>
/// <param name="Others">Items of the same code for other days, newest first.</param>
public sealed record ReferenceItemDetail(
    ReferenceItemView Item,
    IReadOnlyList<ReferenceRevisionView> History,
    IReadOnlyList<ReferenceItemView> Others
);

public sealed record ReferenceRevisionView(
    int Number,
    LocalText Name,
    JsonElement Values,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Citation,
    bool Confirmed,
    int Position,
    DateTimeOffset ChangedAt,
    string ChangedByName,
    string? Reason
);

internal sealed class GetReferenceItemHandler(IDatabase database, IInstitutionClock clock)
    : IRequestHandler<GetReferenceItem, Result<ReferenceItemDetail>>
{
    public async Task<Result<ReferenceItemDetail>> Handle(GetReferenceItem request, CancellationToken cancellationToken)
    {
        var items = database.Set<ReferenceItem>().AsNoTracking();
        var item = await items
            .Include(found => found.Revisions)
            .SingleOrDefaultAsync(found => found.Id == ReferenceItemId.From(request.Id), cancellationToken);
        if (item is null)
            return ReferenceItemErrors.NotFound(request.Id);
        var others = await items
            .Where(other => other.Kind == item.Kind && other.Code == item.Code && other.Id != item.Id)
            .OrderByDescending(other => other.ValidFrom)
            .ToListAsync(cancellationToken);
        var today = await clock.TodayAsync(cancellationToken);
        return new ReferenceItemDetail(
            ReferenceItemView.Of(item, today),
            [.. item.Revisions.OrderByDescending(revision => revision.Number).Select(View)],
            [.. others.Select(other => ReferenceItemView.Of(other, today))]
        );
    }

    private static ReferenceRevisionView View(ReferenceRevision revision) =>
        new(
            revision.Number,
            revision.Name,
            JsonElement.Parse(revision.Values.Json),
            revision.ValidFrom,
            revision.ValidTo,
            revision.Citation,
            revision.Confirmed,
            revision.Position,
            revision.ChangedAt,
            revision.ChangedByName,
            revision.Reason
        );
}
