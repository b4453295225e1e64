using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;

namespace Pionir.Application.LearningHours.Verification;

/// <summary>Nobody doubts a ledger every week; so it is read by itself, at night, and speaks up when it is not whole.</summary>
internal sealed class VerifyLedgerWeekly(IDatabase database, LedgerCheckStarter starter) : IRecurringTask
{
    private const string ByItself = "Pionir";

    public static string Cron => "0 0 2 ? * SUN";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await starter.StartAsync(Guid.Empty, ByItself, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }
}
