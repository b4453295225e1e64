using Pionir.Application.Certificates.Printing;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Queries;

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
