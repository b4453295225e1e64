using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Printing;

/// <summary>
/// Which certificates of a batch can be printed: those in force. A replaced one has left its row to what replaced it.
/// </summary>
internal sealed class PrintableCertificates(IDatabase database, IRemotePdfSigner signer) : IApplicationPart
{
    /// <returns>One for each certificate that the batch issued, in the order of their numbers.</returns>
    public IQueryable<PrintLine> Of(CertificateBatchId batch) =>
        database
            .Database.SqlQuery<PrintLine>(
                $"""
                SELECT r.position AS "Position", c.id AS "CertificateId", c.status = 'Issued' AS "IsInForce",
                    c.replaces IS NOT NULL AS "IsReplacement", c.issued_on AS "IssuedOn", c.series_id AS "Series",
                    c.sequence AS "Sequence",
                    NOT {signer.IsConfigured} OR EXISTS (
                        SELECT 1 FROM paper_seals s WHERE s.kind = 'Certificate' AND s.subject_id = c.id) AS "MayBeHad"
                FROM certificate_batch_rows r JOIN certificates c ON c.id = r.certificate_id
                WHERE r.batch_id = {batch.Value} AND r.state = 'Issued'
                """
            )
            .OrderBy(line => line.IssuedOn)
            .ThenBy(line => line.Series)
            .ThenBy(line => line.Sequence);

    public async Task<PrintStanding> StandingAsync(CertificateBatchId batch, CancellationToken cancellationToken) =>
        PrintStanding.Of(await Of(batch).ToListAsync(cancellationToken));
}

/// <param name="IsReplacement">It took the place of what the batch issued.</param>
/// <param name="MayBeHad">Not where its signer has still to sign it.</param>
internal sealed record PrintLine(
    int Position,
    Guid CertificateId,
    bool IsInForce,
    bool IsReplacement,
    DateOnly IssuedOn,
    Guid Series,
    int Sequence,
    bool MayBeHad
)
{
    public bool IsReady => IsInForce && MayBeHad;
}

/// <summary>What a print copy of a batch would hold.</summary>
/// <param name="Ready">Certificates that would be printed.</param>
/// <param name="Renewed">Of these, printed in place of a replaced one.</param>
/// <param name="Revoked">Left out.</param>
/// <param name="ToSign">Left out, because their signer has not signed them yet.</param>
public sealed record PrintStanding(int Ready, int Renewed, int Revoked, int ToSign)
{
    internal static PrintStanding Of(IReadOnlyCollection<PrintLine> lines) =>
        new(
            lines.Count(line => line.IsReady),
            lines.Count(line => line is { IsReady: true, IsReplacement: true }),
            lines.Count(line => !line.IsInForce),
            lines.Count(line => line is { IsInForce: true, MayBeHad: false })
        );
}
