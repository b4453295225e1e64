using Pionir.Application.Common.Access;

namespace Pionir.Application.Common.Waiting;

/// <summary>
/// What one context holds that waits for this user. Implement it in the context's folder and it is found; give
/// nothing quickly when the user lacks the permission.
/// </summary>
public interface IWaitingItemsSource
{
    Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken);
}

/// <param name="Code">Stable word with texts in both languages (<c>Common/Notifications/Texts</c>).</param>
/// <param name="Arguments">Values that the text names.</param>
/// <param name="Link">Path in the page where one acts.</param>
/// <param name="Since">Since when it waits; the oldest comes first.</param>
/// <param name="Count">How many things wait behind this line.</param>
/// <param name="DueAt">When it is too late, where there is a deadline.</param>
public sealed record WaitingItem(
    string Code,
    IReadOnlyDictionary<string, object?> Arguments,
    string Link,
    DateTimeOffset Since,
    int Count = 1,
    DateTimeOffset? DueAt = null
);
