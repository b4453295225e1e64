using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Printing;
using Pionir.Application.Certificates.Signing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>A batch of certificates: how far it is, and its people.</summary>
/// <param name="State">Only rows in this state.</param>
/// <param name="Mail">Only rows whose mail stands so; for those who may send it.</param>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue)]
public sealed record GetCertificateBatch(
    Guid Id,
    CertificateBatchRowState? State,
    CertificateMailState? Mail,
    PageRequest Page
) : IQuery<CertificateBatchView>;

internal sealed class GetCertificateBatchHandler(
    IDatabase database,
    BatchFinder batches,
    RowSignatures signatures,
    RowMails mails,
    PrintableCertificates printable,
    ICurrentUser user
) : IRequestHandler<GetCertificateBatch, Result<CertificateBatchView>>
{
    public async Task<Result<CertificateBatchView>> Handle(
        GetCertificateBatch request,
        CancellationToken cancellationToken
    )
    {
        if (await batches.FindAsync(request.Id, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        var mayIssue = user.ScopeOf(Permission.CertificatesIssue).Contains(batch.UnitId);
        var all = database.Set<CertificateBatchRow>().AsNoTracking().Where(row => row.BatchId == batch.Id);
        var counts = await all.GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var rows = await RowsAsync(batch, all, mayIssue, request, cancellationToken);
        var issued = Count(CertificateBatchRowState.Issued);
        // After the rows: where all of them are signed, nothing is left to sign.
        var signing = await signatures.StandingAsync(batch.Id, cancellationToken);
        var rests = batch.State is CertificateBatchState.Completed or CertificateBatchState.Paused && issued > 0;
        return new CertificateBatchView(
            batch.Id.Value,
            batch.SourceId,
            batch.Title,
            batch.State,
            batch.IssuedOn,
            batch.Total,
            issued,
            Count(CertificateBatchRowState.Skipped),
            Count(CertificateBatchRowState.Failed),
            Count(CertificateBatchRowState.Pending),
            batch.JobId,
            batch.RequestedAt,
            batch.FinishedAt,
            issued > 0,
            mayIssue && batch.State is (CertificateBatchState.Queued or CertificateBatchState.Running),
            mayIssue && batch.State == CertificateBatchState.Paused,
            signing.ToSign,
            signing.CanSign,
            rests ? await PrintableCertificates.StandingAsync(printable.Of(batch.Id), cancellationToken) : null,
            rests && mayIssue ? await mails.CountAsync(batch.Id, cancellationToken) : null,
            rows
        );

        int Count(CertificateBatchRowState state) => counts.GetValueOrDefault(state);
    }

    private async Task<Page<CertificateBatchRowView>> RowsAsync(
        CertificateBatch batch,
        IQueryable<CertificateBatchRow> all,
        bool mayIssue,
        GetCertificateBatch request,
        CancellationToken cancellationToken
    )
    {
        var wanted = request.State is { } state ? all.Where(row => row.State == state) : all;
        if (mayIssue && request.Mail is { } mail)
            wanted = mails.Only(wanted, batch.Id, mail);
        var rows = await wanted
            .OrderBy(row => row.Position)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .GroupJoin(
                database.Set<Certificate>(),
                row => row.CertificateId,
                certificate => (CertificateId?)certificate.Id,
                (row, certificates) => new { row, certificates }
            )
            .SelectMany(
                found => found.certificates.DefaultIfEmpty(),
                (found, certificate) => new { found.row, certificate }
            )
            .OrderBy(found => found.row.Position)
            .Select(found => new CertificateBatchRowView(
                found.row.Position,
                found.row.ParticipantId,
                found.row.Name,
                found.row.State,
                found.row.CertificateId == null ? null : found.row.CertificateId.Value.Value,
                found.certificate == null ? null : found.certificate.Number,
                found.row.ErrorCode,
                null,
                null,
                found.certificate == null ? null : found.certificate.Status,
                null
            ))
            .ToListAsync(cancellationToken);
        var signed = await signatures.AddAsync(rows, cancellationToken);
        return new Page<CertificateBatchRowView>(
            mayIssue ? await mails.AddAsync(signed, batch.Id, cancellationToken) : signed,
            await wanted.CountAsync(cancellationToken),
            request.Page.Number,
            request.Page.Size
        );
    }
}
