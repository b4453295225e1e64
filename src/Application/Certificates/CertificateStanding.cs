using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates;

/// <summary>Tells the public how a certificate stands, and counts the look.</summary>
internal sealed class CertificateStanding(IDatabase database, ILookCounter looks, IInstitutionClock clock)
    : IApplicationPart
{
    public async Task<Result<CertificateVerification>> TellAsync(
        Certificate certificate,
        CancellationToken cancellationToken
    )
    {
        if (!certificate.IsIntact())
            return CertificateErrors.NotIntact(certificate.Number);
        looks.Count(certificate.Id, await clock.TodayAsync(cancellationToken));
        var replacement = certificate.ReplacedBy is { } next
            ? await database
                .Set<Certificate>()
                .AsNoTracking()
                .Where(other => other.Id == next)
                .Select(other => other.Number)
                .SingleAsync(cancellationToken)
            : null;
        var content = CertificateSnapshot.FromJson(certificate.Snapshot);
        return new CertificateVerification(
            certificate.Status,
            content.Number,
            content.Holder.Name,
            content.Training.Name,
            content.Training.Batch,
            content.Training.StartsOn,
            content.Training.EndsOn,
            content.Training.Jp,
            content.IssuedOn,
            content.Issuer.Institution,
            $"{content.Signer.Name}, {$"{content.Signer.Capacity} {content.Signer.Title}".Trim()}",
            certificate.RevocationClass,
            certificate.EndedAt is { } ended ? await clock.DayOfAsync(ended, cancellationToken) : null,
            replacement
        );
    }
}
