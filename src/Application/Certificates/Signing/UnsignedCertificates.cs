using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Signing;

/// <summary>Valid certificates of a batch that nobody has signed yet, in their order.</summary>
internal static class UnsignedCertificates
{
    public static IQueryable<Certificate> Of(IDatabase database, CertificateBatchId batch) =>
        database
            .Set<Certificate>()
            .FromSql(
                $"""
                SELECT c.*, c.xmin FROM certificates c
                JOIN certificate_batch_rows r ON r.certificate_id = c.id
                WHERE r.batch_id = {batch.Value} AND r.state = 'Issued' AND c.status = 'Issued'
                AND NOT EXISTS (SELECT 1 FROM paper_seals s WHERE s.kind = 'Certificate' AND s.subject_id = c.id)
                """
            )
            .AsNoTracking()
            .OrderBy(certificate => certificate.Sequence);
}
