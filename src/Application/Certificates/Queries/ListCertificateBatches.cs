using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Batches, newest first; of one training, or of all in scope.</summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue)]
public sealed record ListCertificateBatches(Guid? TrainingId, PageRequest Page) : IQuery<Page<CertificateBatchLine>>;

public sealed record CertificateBatchLine(
    Guid Id,
    Guid TrainingId,
    string Title,
    CertificateBatchState State,
    DateOnly IssuedOn,
    int Total,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt
);

internal sealed class ListCertificateBatchesHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListCertificateBatches, Result<Page<CertificateBatchLine>>>
{
    public async Task<Result<Page<CertificateBatchLine>>> Handle(
        ListCertificateBatches request,
        CancellationToken cancellationToken
    )
    {
        var batches = CertificateScope
            .Of(user)
            .Narrow(database.Set<CertificateBatch>().AsNoTracking())
            .Where(batch => request.TrainingId == null || batch.SourceId == request.TrainingId);
        var total = await batches.CountAsync(cancellationToken);
        var lines = await batches
            .OrderByDescending(batch => batch.RequestedAt)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Select(batch => new CertificateBatchLine(
                batch.Id.Value,
                batch.SourceId,
                batch.Title,
                batch.State,
                batch.IssuedOn,
                batch.Total,
                batch.RequestedAt,
                batch.FinishedAt
            ))
            .ToListAsync(cancellationToken);
        return new Page<CertificateBatchLine>(lines, total, request.Page.Number, request.Page.Size);
    }
}
