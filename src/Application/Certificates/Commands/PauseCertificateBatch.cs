using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Holds a batch after the few hundred that are being issued; what is issued stays.</summary>
[Requires(Permission.CertificatesIssue)]
public sealed record PauseCertificateBatch(Guid Id) : ICommand;

internal sealed class PauseCertificateBatchHandler(BatchFinder batches, IAuditLog audit)
    : IRequestHandler<PauseCertificateBatch, Result>
{
    public async Task<Result> Handle(PauseCertificateBatch request, CancellationToken cancellationToken)
    {
        if (await batches.LockedAsync(request.Id, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        var paused = batch.Pause();
        if (!paused.IsSuccess)
            return paused;
        audit.Record(nameof(PauseCertificateBatch), nameof(CertificateBatch), batch.Id.Value, batch.Title);
        return Result.Success();
    }
}
