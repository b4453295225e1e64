using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;

namespace Pionir.Application.Common.OwnData;

/// <summary>Throws packages away whose time is over: a copy of everything must not lie about.</summary>
internal sealed class ForgetOwnData(IDatabase database, TimeProvider time) : IRecurringTask
{
    public static string Cron => "0 20 * * * ?";

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database
            .Set<OwnDataExport>()
            .Where(export => export.ExpiresAt <= now)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
