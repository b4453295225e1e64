using MediatR;
using Microsoft.EntityFrameworkCore;
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
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue)]
public sealed record GetCertificateBatch(Guid Id, CertificateBatchRowState? State, PageRequest Page)
    : IQuery<CertificateBatchView>;

/// <param name="TrainingId">What the certificates are for.</param>
/// <param name="JobId">The job that does the work.</param>
/// <param name="CanDownload">Whether there is an archive to download.</param>
/// <param name="CanPause">Whether the reader may hold what is at work.</param>
/// <param name="ToSign">Valid certificates that wait for their signer; 0 where papers are signed when first downloaded.</param>
/// <param name="CanSign">Whether the user is the signer they wait for.</param>
/// <param name="CanResume">Whether the reader may go on with it, or give up the rest.</param>
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
    Page<CertificateBatchRowView> Rows
);

/// <param name="Position">Order in which numbers are given.</param>
/// <param name="ErrorCode">Why no certificate was issued.</param>
/// <param name="Signature">How its signature stands; null without a certificate.</param>
/// <param name="SignatureError">Why signing failed.</param>
public sealed record CertificateBatchRowView(
    int Position,
    Guid ParticipantId,
    string Name,
    CertificateBatchRowState State,
    Guid? CertificateId,
    string? Number,
    string? ErrorCode,
    RowSignature? Signature,
    string? SignatureError
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
        var all = database.Set<CertificateBatchRow>().AsNoTracking().Where(row => row.BatchId == batch.Id);
        var counts = await all.GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var wanted = request.State is { } state ? all.Where(row => row.State == state) : all;
        var rows = await wanted
            .OrderBy(row => row.Position)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Select(row => new CertificateBatchRowView(
                row.Position,
                row.ParticipantId,
                row.Name,
                row.State,
                row.CertificateId == null ? null : row.CertificateId.Value.Value,
                database
                    .Set<Certificate>()
                    .Where(certificate => certificate.Id == row.CertificateId)
                    .Select(certificate => certificate.Number)
                    .FirstOrDefault(),
                row.ErrorCode,
                null,
                null
            ))
            .ToListAsync(cancellationToken);
        var mayIssue = user.ScopeOf(Permission.CertificatesIssue).Contains(batch.UnitId);
        var issued = Count(CertificateBatchRowState.Issued);
        var told = await signatures.AddAsync(rows, cancellationToken);
        // After the rows: where all of them are signed, nothing is left to sign.
        var signing = await signatures.StandingAsync(batch.Id, cancellationToken);
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
            new Page<CertificateBatchRowView>(
                told,
                request.State is { } only ? Count(only) : batch.Total,
                request.Page.Number,
                request.Page.Size
            )
        );

        int Count(CertificateBatchRowState state) => counts.GetValueOrDefault(state);
    }
}
