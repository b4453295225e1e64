using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates;

/// <summary>Finds batches and certificates that the user may see; anything else is not there.</summary>
internal sealed class BatchFinder(IDatabase database, ICertificateStore store, ICurrentUser user) : IApplicationPart
{
    public async Task<CertificateBatch?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var key = CertificateBatchId.From(id);
        var batch = await database
            .Set<CertificateBatch>()
            .AsNoTracking()
            .SingleOrDefaultAsync(batch => batch.Id == key, cancellationToken);
        return batch is not null && MaySee(batch.UnitId) ? batch : null;
    }

    /// <summary>For a change, with its runner locked out until the transaction ends.</summary>
    public async Task<CertificateBatch?> LockedAsync(Guid id, CancellationToken cancellationToken)
    {
        var key = CertificateBatchId.From(id);
        await store.LockBatchAsync(key, cancellationToken);
        var batch = await database
            .Set<CertificateBatch>()
            .SingleOrDefaultAsync(batch => batch.Id == key, cancellationToken);
        return batch is not null && user.ScopeOf(Permission.CertificatesIssue).Contains(batch.UnitId) ? batch : null;
    }

    public bool MaySee(Domain.Organization.UnitId unit) =>
        user.ScopeOf(Permission.CertificatesRead).Contains(unit)
        || user.ScopeOf(Permission.CertificatesIssue).Contains(unit);

    /// <summary>For a change: tracked, and only in the scope of the permission it needs.</summary>
    public async Task<Certificate?> ForChangeAsync(Guid id, Permission permission, CancellationToken cancellationToken)
    {
        var key = CertificateId.From(id);
        var certificate = await database
            .Set<Certificate>()
            .SingleOrDefaultAsync(certificate => certificate.Id == key, cancellationToken);
        return certificate is not null && user.ScopeOf(permission).Contains(certificate.UnitId) ? certificate : null;
    }
}
