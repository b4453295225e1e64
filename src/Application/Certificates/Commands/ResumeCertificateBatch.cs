using MediatR;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Goes on with a held batch where it stopped.</summary>
[Requires(Permission.CertificatesIssue)]
public sealed record ResumeCertificateBatch(Guid Id) : ICommand;

internal sealed class ResumeCertificateBatchHandler(BatchFinder batches, IJobQueue jobs, IAuditLog audit)
    : IRequestHandler<ResumeCertificateBatch, Result>
{
    public async Task<Result> Handle(ResumeCertificateBatch request, CancellationToken cancellationToken)
    {
        if (await batches.LockedAsync(request.Id, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        var resumed = batch.Resume();
        if (!resumed.IsSuccess)
            return resumed;
        batch.RunBy(jobs.Enqueue(new IssueCertificatesJob(batch.Id.Value), batch.Title));
        audit.Record(nameof(ResumeCertificateBatch), nameof(CertificateBatch), batch.Id.Value, batch.Title);
        return Result.Success();
    }
}
