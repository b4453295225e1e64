using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Signing;

/// <summary>
/// Valid certificates of a batch that nobody has signed yet, in their order. A replacement may name another signer than the
/// rest of its batch: each signs what names them.
/// </summary>
internal static class UnsignedCertificates
{
    /// <param name="signer">Only those that name the signer of this identity number.</param>
    public static IQueryable<Certificate> Of(IDatabase database, CertificateBatchId batch, string? signer = null) =>
        database
            .Set<Certificate>()
            .FromSql(
                $"""
                SELECT c.*, c.xmin FROM certificates c
                JOIN certificate_batch_rows r ON r.certificate_id = c.id
                WHERE r.batch_id = {batch.Value} AND r.state = 'Issued' AND c.status = 'Issued'
                AND ({signer}::text IS NULL OR c.snapshot::jsonb -> 'signer' ->> 'identityNumber' = {signer})
                AND NOT EXISTS (SELECT 1 FROM paper_seals s WHERE s.kind = 'Certificate' AND s.subject_id = c.id)
                """
            )
            .AsNoTracking()
            .OrderBy(certificate => certificate.Sequence);
}
