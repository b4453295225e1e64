using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Commands;

/// <summary>
/// Throws a dry run away: that it happened stays on record, its rows go. An import whose applying has failed ends here:
/// what is in stays in, the rest is thrown away, and other imports may go on.
/// </summary>
[Requires(Permission.EmployeesImport, Permission.JpImport)]
public sealed record DiscardImport(Guid Id) : ICommand;

internal sealed class DiscardImportHandler(
    IDatabase database,
    ICurrentUser user,
    IImportTables tables,
    IJobQueue jobs,
    TimeProvider time
) : IRequestHandler<DiscardImport, Result>
{
    public async Task<Result> Handle(DiscardImport request, CancellationToken cancellationToken)
    {
        var id = new ImportId(request.Id);
        var import = await database.Set<Import>().SingleOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (import is null || !user.MaySee(import.Kind))
        {
            return ImportErrors.NotFound();
        }
        if (!user.MayImport(import.Kind))
        {
            return ImportErrors.NotAllowed();
        }
        var workEnded = await database.HasWorkFailedAsync(import, cancellationToken);
        var discarded = import.Discard(workEnded, time.GetUtcNow());
        if (!discarded.IsSuccess)
        {
            return discarded;
        }
        if (import.State == ImportState.Stopped)
        {
            await StopAsync(import, cancellationToken);
        }
        else
        {
            await tables.ClearAsync(id, cancellationToken);
        }
        return discarded;
    }

    /// <summary>Who came in gets a superior, and the units their heads, as after a whole import.</summary>
    private async Task StopAsync(Import import, CancellationToken cancellationToken)
    {
        await tables.ForgetRestAsync(import, cancellationToken);
        import.Recounted(await tables.CountAsync(import.Id, cancellationToken));
        import.WorkedOnBy(jobs.Enqueue(new ApplyImportJob(import.Id.Value), import.FileName));
    }
}
