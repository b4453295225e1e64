using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Verification;

/// <summary>One reading at a time: asking while one runs joins it, asking after one broke down takes it up again.</summary>
internal sealed class LedgerCheckStarter(IDatabase database, IJobQueue jobs, TimeProvider time) : IApplicationPart
{
    public async Task<Guid> StartAsync(Guid by, string name, CancellationToken cancellationToken)
    {
        var check = await database
            .Set<LedgerCheck>()
            .SingleOrDefaultAsync(found => found.FinishedAt == null, cancellationToken);
        if (
            check?.JobId is { } running
            && await database.Set<Job>().UnderWay().AnyAsync(job => job.Id == running, cancellationToken)
        )
        {
            return running;
        }
        if (check is null)
        {
            check = LedgerCheck.Request(by, name, time.GetUtcNow());
            database.Set<LedgerCheck>().Add(check);
        }
        var started = jobs.Enqueue(new VerifyLedgerJob(check.Id.Value), "");
        check.RunBy(started);
        return started;
    }
}
