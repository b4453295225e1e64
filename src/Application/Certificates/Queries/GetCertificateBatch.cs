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

/// <param name="TrainingId">What the certificates are for.</param>
/// <param name="JobId">The job that does the work.</param>
/// <param name="CanDownload">Whether there is an archive to download.</param>
/// <param name="CanPause">Whether the reader may hold what is at work.</param>
/// <param name="ToSign">Valid certificates that wait for their signer; 0 where papers are signed when first downloaded.</param>
/// <param name="CanSign">Whether the user is the signer they wait for.</param>
/// <param name="CanResume">Whether the reader may go on with it, or give up the rest.</param>
/// <param name="Print">What a print copy would hold; null while certificates are being issued.</param>
/// <param name="Mails">
/// How many mails stand how, of holders from outside; null for those who may not send them, and while certificates are being
/// issued.
/// </param>
public sealed record CertificateBatchView(
    Guid Id,
    Guid TrainingId,
    string Title,
    CertificateBatchState State,
    DateOnly IssuedOn,
    int Total,
    int Issued,
    int Skipped,
    int Failed,
    int Pending,
    Guid JobId,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt,
    bool CanDownload,
    bool CanPause,
    bool CanResume,
    int ToSign,
    bool CanSign,
    PrintStanding? Print,
    IReadOnlyList<CertificateMailCount>? Mails,
    Page<CertificateBatchRowView> Rows
);

public sealed record CertificateMailCount(CertificateMailState State, int Count);

/// <param name="Position">Order in which numbers are given.</param>
/// <param name="ErrorCode">Why no certificate was issued.</param>
/// <param name="Signature">How its signature stands; null without a certificate.</param>
/// <param name="SignatureError">Why signing failed.</param>
/// <param name="Standing">How its certificate stands today; null without one.</param>
/// <param name="Mail">The newest mail to its holder; null without a certificate, and for those who may not send it.</param>
public sealed record CertificateBatchRowView(
    int Position,
    Guid ParticipantId,
    string Name,
    CertificateBatchRowState State,
    Guid? CertificateId,
    string? Number,
    string? ErrorCode,
    RowSignature? Signature,
    string? SignatureError,
    CertificateStatus? Standing,
    CertificateRowMail? Mail
);

/// <param name="At">When it was sent; when it was written while it is on its way or did not arrive.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Problem">What the mail server said last.</param>
public sealed record CertificateRowMail(
    CertificateMailState State,
    DateTimeOffset? At,
    string? Address,
    string? Problem
);

public enum RowSignature
{
    /// <summary>Will be signed when first downloaded, or by its signer.</summary>
    NotYet,

    /// <summary>In the queue of the signing service.</summary>
    Waiting,

    /// <summary>Was asked for while the time-stamp authority was away; tried again by itself.</summary>
    WaitingForTimestamp,
    Done,
    Failed,
}

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
