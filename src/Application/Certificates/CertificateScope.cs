using Pionir.Application.Common.Access;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates;

/// <summary>The units whose certificates the user may read, as a condition for queries.</summary>
internal readonly record struct CertificateScope(bool Everything, IReadOnlyList<UnitId> Units)
{
    public static CertificateScope Of(ICurrentUser user)
    {
        var read = user.ScopeOf(Permission.CertificatesRead);
        var issue = user.ScopeOf(Permission.CertificatesIssue);
        return new CertificateScope(
            read.Everything || issue.Everything,
            [.. read.Units.Union(issue.Units).Select(UnitId.From)]
        );
    }

    public IQueryable<CertificateBatch> Narrow(IQueryable<CertificateBatch> batches)
    {
        var units = Units;
        return Everything ? batches : batches.Where(batch => units.Contains(batch.UnitId));
    }
}
