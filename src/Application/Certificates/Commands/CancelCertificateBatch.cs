using MediatR;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Gives up the rest of a batch; certificates already issued stay valid.</summary>
[Requires(Permission.CertificatesIssue)]
public sealed record CancelCertificateBatch(Guid Id) : ICommand;

internal sealed class CancelCertificateBatchHandler(BatchFinder batches, BatchIssuer issuer, IAuditLog audit)
    : IRequestHandler<CancelCertificateBatch, Result>
{
    public async Task<Result> Handle(CancelCertificateBatch request, CancellationToken cancellationToken)
    {
        if (await batches.LockedAsync(request.Id, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        if (batch.State == CertificateBatchState.Completed)
            return CertificateBatchErrors.AlreadyCompleted();
        var ended = await issuer.AbandonAsync(batch.Id, CertificateBatchErrors.Cancelled().Code, cancellationToken);
        audit.Record(nameof(CancelCertificateBatch), nameof(CertificateBatch), batch.Id.Value, batch.Title);
        return ended;
    }
}
