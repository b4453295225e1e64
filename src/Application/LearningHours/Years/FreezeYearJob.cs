using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Years;

/// <summary>Writes down what everybody has reached in a year that has been closed. Cut off, it goes on behind the last.</summary>
public sealed record FreezeYearJob(Guid ClosingId) : IJobArguments
{
    public static string Kind => "ledger.freeze_year";
}

internal sealed class FreezeYearJobHandler(
    IDatabase database,
    IYearBooks books,
    YearTargetsReader targets,
    TimeProvider time
) : IJobHandler<FreezeYearJob>
{
    public async Task<JobOutcome> RunAsync(
        FreezeYearJob arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var id = YearClosingId.From(arguments.ClosingId);
        var closing = await database.Set<YearClosing>().SingleAsync(found => found.Id == id, cancellationToken);
        if (closing is { FrozenAt: null, ReopenedAt: null })
        {
            var judged = await targets.ReadAsync(closing.Year, cancellationToken);
            var total = await books.CountEmployeesAsync(cancellationToken);
            var done = 0;
            for (Guid? after = Guid.Empty; after is { } last; )
            {
                after = await books.FreezeAsync(id, closing.Year, judged, last, cancellationToken);
                done = Math.Min(total, done + IYearBooks.PeopleAtOnce);
                await progress.ReportAsync(done, total, cancellationToken);
            }
            closing.Freeze(await books.FrozenAsync(id, cancellationToken), time.GetUtcNow());
            // Opened again meanwhile, the row has changed, and the next attempt sees that there is nothing to do.
            await database.SaveChangesAsync(cancellationToken);
        }
        return new JobOutcome(
            new
            {
                closing.Year,
                closing.People,
                closing.Met,
            }
        );
    }
}
