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
    /// <returns>One for each certificate that the batch issued.</returns>
    public IQueryable<PrintLine> Of(CertificateBatchId batch) =>
        database.Database.SqlQuery<PrintLine>(
            $"""
            SELECT r.position AS "Position", c.id AS "CertificateId", c.status = 'Issued' AS "IsInForce",
                c.replaces IS NOT NULL AS "IsReplacement", c.issued_on AS "IssuedOn", c.series_id AS "Series",
                c.sequence AS "Sequence",
                NOT {signer.IsConfigured} OR EXISTS (
                    SELECT 1 FROM paper_seals s WHERE s.kind = 'Certificate' AND s.subject_id = c.id) AS "MayBeHad"
            FROM certificate_batch_rows r JOIN certificates c ON c.id = r.certificate_id
            WHERE r.batch_id = {batch.Value} AND r.state = 'Issued'
            """
        );

    /// <summary>Counted where they are stored: whoever turns the pages of a batch of thousands asks each time.</summary>
    public static async Task<PrintStanding> StandingAsync(
        IQueryable<PrintLine> lines,
        CancellationToken cancellationToken
    ) =>
        await lines
            .GroupBy(_ => 1)
            .Select(all => new PrintStanding(
                all.Count(line => line.IsInForce && line.MayBeHad),
                all.Count(line => line.IsInForce && line.MayBeHad && line.IsReplacement),
                all.Count(line => !line.IsInForce),
                all.Count(line => line.IsInForce && !line.MayBeHad)
            ))
            .SingleOrDefaultAsync(cancellationToken)
        ?? new PrintStanding(0, 0, 0, 0);

    /// <returns>Those that are printed, in the order of their numbers.</returns>
    public static Task<List<Guid>> ReadyAsync(IQueryable<PrintLine> lines, CancellationToken cancellationToken) =>
        lines
            .Where(line => line.IsInForce && line.MayBeHad)
            .OrderBy(line => line.IssuedOn)
            .ThenBy(line => line.Series)
            .ThenBy(line => line.Sequence)
            .Select(line => line.CertificateId)
            .ToListAsync(cancellationToken);
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
);

/// <summary>What a print copy of a batch would hold.</summary>
/// <param name="Ready">Certificates that would be printed.</param>
/// <param name="Renewed">Of these, printed in place of a replaced one.</param>
/// <param name="Revoked">Left out.</param>
/// <param name="ToSign">Left out, because their signer has not signed them yet.</param>
public sealed record PrintStanding(int Ready, int Renewed, int Revoked, int ToSign);
