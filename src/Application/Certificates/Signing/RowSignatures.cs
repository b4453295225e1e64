using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Signing;

/// <summary>How the signatures of a batch stand.</summary>
internal sealed class RowSignatures(
    IDatabase database,
    ISealStore seals,
    IStampQueue stamps,
    IRemotePdfSigner signer,
    IEmployeeDirectory employees,
    ICurrentUser user
) : IApplicationPart
{
    public async Task<IReadOnlyList<CertificateBatchRowView>> AddAsync(
        IReadOnlyList<CertificateBatchRowView> rows,
        CancellationToken cancellationToken
    )
    {
        var ids = rows.Select(row => row.CertificateId).OfType<Guid>().ToList();
        var keys = ids.Select(CertificateId.From).ToList();
        var queue = await database
            .Set<CertificateSigning>()
            .AsNoTracking()
            .Where(signing => keys.Contains(signing.CertificateId))
            .ToDictionaryAsync(signing => signing.CertificateId.Value, cancellationToken);
        var toStamp = await stamps.WaitingAsync(ids, cancellationToken);
        // After the queues: what is signed between them is found by one of them.
        var signed = await seals.SignedAsync(SealedPaper.Certificate, ids, cancellationToken);
        return [.. rows.Select(row => row.CertificateId is { } id ? Told(row, id) : row)];

        CertificateBatchRowView Told(CertificateBatchRowView row, Guid id) =>
            row with
            {
                Signature =
                    signed.Contains(id) ? RowSignature.Done
                    : toStamp.Contains(id) ? RowSignature.WaitingForTimestamp
                    : queue.GetValueOrDefault(id) is not { } signing ? RowSignature.NotYet
                    : signing.State == CertificateSigningState.Waiting ? RowSignature.Waiting
                    : RowSignature.Failed,
                SignatureError = signed.Contains(id) ? null : queue.GetValueOrDefault(id)?.ErrorCode,
            };
    }

    public async Task<(int ToSign, bool CanSign)> StandingAsync(
        CertificateBatchId batch,
        CancellationToken cancellationToken
    )
    {
        if (!signer.IsConfigured)
            return (0, false);
        var count = await UnsignedCertificates.Of(database, batch).CountAsync(cancellationToken);
        if (count == 0 || user.EmployeeId is not { } self)
            return (count, false);
        var card = (await employees.FindAsync([self], cancellationToken)).GetValueOrDefault(self);
        return (
            count,
            card is not null && await UnsignedCertificates.Of(database, batch, card.Number).AnyAsync(cancellationToken)
        );
    }
}
