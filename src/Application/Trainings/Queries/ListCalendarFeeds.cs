using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[SignedIn]
public sealed record ListCalendarFeeds : IQuery<IReadOnlyList<CalendarFeedView>>;

/// <summary>A feed of mine that is in force. Its address was shown when it was made.</summary>
public sealed record CalendarFeedView(
    Guid Id,
    CalendarFeedKind Kind,
    string Name,
    string? UnitName,
    DateTimeOffset CreatedAt
);

internal sealed class ListCalendarFeedsHandler(IDatabase database, ICurrentUser user, IUnitTree tree)
    : IRequestHandler<ListCalendarFeeds, Result<IReadOnlyList<CalendarFeedView>>>
{
    public async Task<Result<IReadOnlyList<CalendarFeedView>>> Handle(
        ListCalendarFeeds request,
        CancellationToken cancellationToken
    )
    {
        var feeds = await database
            .Set<CalendarFeed>()
            .AsNoTracking()
            .Where(feed => feed.OwnerId == user.UserId && feed.RevokedAt == null)
            .OrderBy(feed => feed.CreatedAt)
            .ToListAsync(cancellationToken);
        var units = await tree.ReadAsync(cancellationToken);
        return Result<IReadOnlyList<CalendarFeedView>>.Success([
            .. feeds.Select(feed => new CalendarFeedView(
                feed.Id.Value,
                feed.Kind,
                feed.Name,
                feed.UnitId is { } unit ? units.Find(unit)?.Name : null,
                feed.CreatedAt
            )),
        ]);
    }
}
