using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Notifications;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Waiting;

/// <summary>"Menunggu Anda": everything that waits for me, oldest first.</summary>
[SignedIn]
public sealed record ListWaitingItems : IQuery<WaitingItemList>;

/// <param name="Total">Things behind all lines together.</param>
public sealed record WaitingItemList(IReadOnlyList<WaitingItemRow> Items, int Total);

/// <inheritdoc cref="WaitingItem"/>
/// <param name="Text">The sentence in both languages.</param>
public sealed record WaitingItemRow(
    string Code,
    LocalText Text,
    string Link,
    DateTimeOffset Since,
    int Count,
    DateTimeOffset? DueAt
);

internal sealed class ListWaitingItemsHandler(IEnumerable<IWaitingItemsSource> sources, ICurrentUser user)
    : IRequestHandler<ListWaitingItems, Result<WaitingItemList>>
{
    private const int Most = 100;

    public async Task<Result<WaitingItemList>> Handle(ListWaitingItems request, CancellationToken cancellationToken)
    {
        var items = new List<WaitingItem>();
        // One after the other: they share the request's database connection.
        foreach (var source in sources)
            items.AddRange(await source.ForAsync(user, cancellationToken));
        return new WaitingItemList(
            [.. items.OrderBy(item => item.Since).Take(Most).Select(ToRow)],
            items.Sum(item => item.Count)
        );
    }

    private static WaitingItemRow ToRow(WaitingItem item) =>
        new(item.Code, MessageTexts.Of(item.Code, item.Arguments), item.Link, item.Since, item.Count, item.DueAt);
}
