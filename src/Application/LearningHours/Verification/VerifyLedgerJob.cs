using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Verification;

/// <summary>Only reads until the end: after a crash it begins again.</summary>
public sealed record VerifyLedgerJob(Guid CheckId) : IJobArguments
{
    public static string Kind => "ledger.verify";
}

internal sealed class VerifyLedgerJobHandler(IDatabase database, ILedgerChains chains, TimeProvider time)
    : IJobHandler<VerifyLedgerJob>
{
    public async Task<JobOutcome> RunAsync(
        VerifyLedgerJob arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var id = LedgerCheckId.From(arguments.CheckId);
        var check = await database.Set<LedgerCheck>().SingleAsync(found => found.Id == id, cancellationToken);
        if (check.FinishedAt is null)
        {
            var total = await chains.CountPeopleAsync(cancellationToken);
            await foreach (var read in chains.ReadAsync(cancellationToken))
            {
                check.Add(read.People, read.Entries, read.Faults);
                await progress.ReportAsync(Math.Min(check.People, total), total, cancellationToken);
            }
            check.Finish(time.GetUtcNow());
            await database.SaveChangesAsync(cancellationToken);
        }
        return new JobOutcome(
            new
            {
                check.People,
                check.Entries,
                Faults = check.FaultCount,
            }
        );
    }
}
