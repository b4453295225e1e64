using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>All certificates of a batch, printed one after the other while they are sent.</summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue)]
public sealed record DownloadCertificateBatch(Guid Id) : IQuery<CertificateArchive>;

/// <param name="Papers">Made as they are asked for, so that memory holds a few at a time.</param>
public sealed record CertificateArchive(string FileName, DateOnly IssuedOn, IAsyncEnumerable<ArchivedPaper> Papers);

/// <summary>One certificate in an archive.</summary>
/// <param name="Content">
/// Null for what is not given out: what is stored is not what was issued, it waits for its signer or for a time-stamp, or it
/// no longer prints as it was signed.
/// </param>
/// <param name="Problem">Code of the refusal when there is no content.</param>
public sealed record ArchivedPaper(
    string FileName,
    string Number,
    string Name,
    string? IdentityNumber,
    CertificateStatus Status,
    string VerificationAddress,
    byte[]? Content,
    string? Problem
);

internal sealed class DownloadCertificateBatchHandler(
    IDatabase database,
    BatchFinder batches,
    BatchPapers papers,
    CertificatePrinter printer,
    IAuditLog audit
) : IRequestHandler<DownloadCertificateBatch, Result<CertificateArchive>>
{
    public async Task<Result<CertificateArchive>> Handle(
        DownloadCertificateBatch request,
        CancellationToken cancellationToken
    )
    {
        if (await batches.FindAsync(request.Id, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        var issued = await papers.CountAsync(batch.Id, cancellationToken);
        if (issued == 0)
            return CertificateBatchErrors.NothingToDownload();
        audit.Record(
            nameof(DownloadCertificateBatch),
            nameof(CertificateBatch),
            request.Id,
            batch.Title,
            new { Count = issued }
        );
        await database.SaveChangesAsync(cancellationToken);
        return new CertificateArchive(
            $"sertifikat-{CertificatePrinter.Safe(batch.Title)}-{batch.IssuedOn:yyyy-MM-dd}.zip".ToLowerInvariant(),
            batch.IssuedOn,
            PapersAsync(batch.Id, cancellationToken)
        );
    }

    private async IAsyncEnumerable<ArchivedPaper> PapersAsync(
        CertificateBatchId id,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var certificates in papers.OfBatchAsync(id, cancellationToken))
        {
            var printed = await printer.PrintAsync(certificates, cancellationToken);
            foreach (var (certificate, paper) in certificates.Zip(printed))
                yield return Paper(certificate, paper);
        }
    }

    private static ArchivedPaper Paper(Certificate certificate, Result<byte[]> paper)
    {
        var snapshot = CertificateSnapshot.FromJson(certificate.Snapshot);
        return new ArchivedPaper(
            $"{certificate.Sequence:00000}-{CertificatePrinter.Safe(certificate.HolderName)}.pdf",
            certificate.Number,
            certificate.HolderName,
            snapshot.Holder.IdentityNumber,
            certificate.Status,
            snapshot.VerificationAddress,
            paper.IsSuccess ? paper.Value : null,
            paper.IsSuccess ? null : paper.Error.Code
        );
    }
}
