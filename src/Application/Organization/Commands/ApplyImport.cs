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

/// <summary>Brings in what the dry run found. Wrong rows stay out and can be downloaded, mended and sent again.</summary>
[Requires(Permission.EmployeesImport, Permission.JpImport)]
public sealed record ApplyImport(Guid Id) : ICommand<JobAccepted>;

internal sealed class ApplyImportHandler(IDatabase database, ICurrentUser user, IJobQueue jobs)
    : IRequestHandler<ApplyImport, Result<JobAccepted>>
{
    public async Task<Result<JobAccepted>> Handle(ApplyImport request, CancellationToken cancellationToken)
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
        if (await database.LaterAsOfAsync(import.Kind, import.AsOf, cancellationToken) is { } last)
        {
            return ImportErrors.AsOfBeforeLast(last);
        }
        var workEnded = await database.HasWorkFailedAsync(import, cancellationToken);
        var begun = import.BeginApplying(new Actor(user.UserId, user.DisplayName), workEnded);
        if (!begun.IsSuccess)
        {
            return begun.Error;
        }
        var jobId = jobs.Enqueue(new ApplyImportJob(request.Id), import.FileName);
        import.WorkedOnBy(jobId);
        return new JobAccepted(jobId);
    }
}
