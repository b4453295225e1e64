using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours;

/// <summary>A ledger that is not whole waits for those who watch over the trail, until a later check finds it whole.</summary>
internal sealed class LedgerFaultsWaiting(IDatabase database) : IWaitingItemsSource
{
    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Has(Permission.AuditRead))
            return [];
        var newest = await database
            .Set<LedgerCheck>()
            .AsNoTracking()
            .Where(check => check.FinishedAt != null)
            .OrderByDescending(check => check.RequestedAt)
            .Select(check => new { check.FinishedAt, check.FaultCount })
            .FirstOrDefaultAsync(cancellationToken);
        return newest is { FaultCount: > 0 }
            ?
            [
                new WaitingItem(
                    "ledger.not_whole",
                    new Dictionary<string, object?> { ["count"] = newest.FaultCount },
                    "/ledger-checks",
                    newest.FinishedAt!.Value
                ),
            ]
            : [];
    }
}
