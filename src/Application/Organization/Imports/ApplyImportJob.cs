using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Openings;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Imports;

/// <summary>Brings in what the dry run found.</summary>
public sealed record ApplyImportJob(Guid ImportId) : IJobArguments
{
    public static string Kind => "organization.apply_import";
}

/// <summary>
/// Portion by portion, each in its own transaction that also moves the mark of what is in. Cut off at any moment,
/// the next run goes on behind the mark; ids made at reading keep a portion from coming in twice.
/// </summary>
internal sealed class ApplyImportJobHandler(
    IDatabase database,
    IUnitOfWork unitOfWork,
    IImportTables tables,
    IOpeningTables openings,
    ImportJudge judge,
    UnitsFromImport unitsFromImport,
    IInstitutionClock clock,
    IUnitTreeChanges treeChanges,
    TimeProvider time
) : IJobHandler<ApplyImportJob>
{
    private const int Portion = 50_000;

    // Each portion goes once through indexes that, among millions of people, no longer fit into the database's memory.
    private const int Portions = 40;

    public async Task<JobOutcome> RunAsync(
        ApplyImportJob arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var id = new ImportId(arguments.ImportId);
        var import = await FindAsync(id, cancellationToken);
        var last = await tables.LastRowAsync(id, cancellationToken);
        var portion = Math.Max(Portion, last / Portions);
        for (var after = import.AppliedThrough; after < last; after += portion)
        {
            await progress.ReportAsync(after, last, cancellationToken);
            var from = after;
            await StepAsync(() => PortionAsync(id, from, from + portion, cancellationToken), cancellationToken);
            // Judged again, a complete file may find others missing.
            last = await tables.LastRowAsync(id, cancellationToken);
        }
        await StepAsync(() => FinishAsync(id, cancellationToken), cancellationToken);
        treeChanges.Happened();
        await progress.ReportAsync(last, last, cancellationToken);
        return new JobOutcome((await FindAsync(id, cancellationToken)).Counts);
    }

    private async Task StepAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        var done = await unitOfWork.RunAsync(
            "ApplyImport",
            null,
            async () =>
            {
                await act();
                return Result.Success();
            },
            cancellationToken
        );
        if (!done.IsSuccess)
        {
            // The runner tries again from the mark.
            throw new InvalidOperationException($"A portion of the import was refused: {done.Error.Code}");
        }
    }

    /// <summary>
    /// Judges the rest again when something came in or two records were merged since it was judged: a row must not be
    /// new twice, nor bring back a record that is another one's by now.
    /// </summary>
    private async Task RefreshAsync(Import import, CancellationToken cancellationToken)
    {
        if (
            await tables.IsOutdatedAsync(import, cancellationToken)
            || (
                import.Kind == ImportKind.OpeningBalances
                && await openings.AreYearsOutdatedAsync(import, cancellationToken)
            )
        )
        {
            await judge.JudgeAsync(import, cancellationToken);
            import.Checked(await tables.CountAsync(import.Id, cancellationToken), time.GetUtcNow());
        }
    }

    private async Task PortionAsync(ImportId id, int after, int through, CancellationToken cancellationToken)
    {
        // Another runner that took over meanwhile has moved the mark.
        if (!await tables.LockAsync(id, after, cancellationToken))
        {
            return;
        }
        var import = await FindAsync(id, cancellationToken);
        await RefreshAsync(import, cancellationToken);
        switch (import.Kind)
        {
            case ImportKind.Employees:
                await tables.ApplyEmployeesAsync(import, after, through, cancellationToken);
                break;
            case ImportKind.OpeningBalances:
                await openings.ApplyAsync(import, after, through, cancellationToken);
                break;
            default:
                await unitsFromImport.ApplyAsync(import, cancellationToken);
                through = int.MaxValue;
                break;
        }
        import.AppliedUpTo(through);
    }

    private async Task FinishAsync(ImportId id, CancellationToken cancellationToken)
    {
        var import = await FindAsync(id, cancellationToken);
        // Stopped on the way, what came in is settled all the same.
        if (import is { ChangesPeople: true, State: ImportState.Applying or ImportState.Stopped })
        {
            await tables.SettleAsync(await clock.TodayAsync(cancellationToken), cancellationToken);
        }
        if (import.State == ImportState.Applying)
        {
            import.Finish(time.GetUtcNow());
        }
    }

    private Task<Import> FindAsync(ImportId id, CancellationToken cancellationToken) =>
        database.Set<Import>().SingleAsync(import => import.Id == id, cancellationToken);
}
