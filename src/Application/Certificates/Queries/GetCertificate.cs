using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>One certificate: what it says, how it stands, and its chain of versions.</summary>
[SignedIn]
public sealed record GetCertificate(Guid Id) : IQuery<CertificateView>;

/// <param name="TrainingId">What it was given for.</param>
/// <param name="ContentHash">SHA-256 of the frozen content, hexadecimal.</param>
/// <param name="Intact">The stored content still has that hash.</param>
/// <param name="OutdatedSince">Since when the corrected training says otherwise; valid until it is re-issued.</param>
/// <param name="Looks">How often it was checked by the public.</param>
/// <param name="LastLookOn">Day of the last check.</param>
/// <param name="Mail">How far the newest mail to a holder from outside has come; for those who may send it.</param>
/// <param name="CanDownloadCredential">May have the machine-readable twin.</param>
/// <param name="Chain">All versions, oldest first.</param>
public sealed record CertificateView(
    Guid Id,
    string Number,
    CertificateStatus Status,
    int Edition,
    Guid TrainingId,
    Guid ParticipantId,
    Guid? EmployeeId,
    CertificateSnapshot Content,
    string TemplateVersion,
    string ContentHash,
    bool Intact,
    DateTimeOffset IssuedAt,
    RevocationClass? RevocationClass,
    string? Reason,
    DateTimeOffset? EndedAt,
    DateTimeOffset? OutdatedSince,
    int Looks,
    DateOnly? LastLookOn,
    IReadOnlyList<CertificateVersion> Chain,
    bool CanDownload,
    bool CanDownloadCredential,
    bool CanRevoke,
    bool CanReissue,
    bool CanSend,
    MailTrack? Mail
);

public sealed record CertificateVersion(
    Guid Id,
    string Number,
    int Edition,
    DateOnly IssuedOn,
    CertificateStatus Status
);

internal sealed class GetCertificateHandler(
    IDatabase database,
    ICurrentUser user,
    PersonGate gate,
    ReplacementMaker replacements,
    IMailTracks mails
) : IRequestHandler<GetCertificate, Result<CertificateView>>
{
    public async Task<Result<CertificateView>> Handle(GetCertificate request, CancellationToken cancellationToken)
    {
        var id = CertificateId.From(request.Id);
        var certificate = await database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(certificate => certificate.Id == id, cancellationToken);
        if (certificate is null || !await CertificateAccess.MayReadAsync(user, gate, certificate, cancellationToken))
            return CertificateErrors.NotFound();
        var chain = await database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(other =>
                other.Kind == certificate.Kind
                && other.SourceId == certificate.SourceId
                && other.ParticipantId == certificate.ParticipantId
            )
            .OrderBy(other => other.Edition)
            .ThenBy(other => other.IssuedAt)
            .Select(other => new CertificateVersion(
                other.Id.Value,
                other.Number,
                other.Edition,
                other.IssuedOn,
                other.Status
            ))
            .ToListAsync(cancellationToken);
        var looks = await database
            .Database.SqlQuery<Looks>(
                $"SELECT coalesce(sum(looks), 0)::int AS \"Count\", max(day) AS \"LastOn\" FROM certificate_looks WHERE certificate_id = {id.Value}"
            )
            .SingleAsync(cancellationToken);
        var revoker =
            user.ScopeOf(Permission.CertificatesRevoke).Contains(certificate.UnitId)
            && !CertificateAccess.IsHolder(user, certificate);
        var canReissue =
            revoker
            && certificate.Status != CertificateStatus.Replaced
            && await replacements.RefusalAsync(certificate, cancellationToken) is null;
        var sends =
            user.ScopeOf(Permission.CertificatesIssue).Contains(certificate.UnitId)
            && certificate is { EmployeeId: null, HolderEmail: not null };
        var tracks = await mails.NewestAsync(sends ? [request.Id] : [], cancellationToken);
        return ToView(certificate, chain, looks, revoker, canReissue, sends, tracks.GetValueOrDefault(request.Id));
    }

    private CertificateView ToView(
        Certificate certificate,
        IReadOnlyList<CertificateVersion> chain,
        Looks looks,
        bool revoker,
        bool canReissue,
        bool sends,
        MailTrack? mail
    ) =>
        new(
            certificate.Id.Value,
            certificate.Number,
            certificate.Status,
            certificate.Edition,
            certificate.SourceId,
            certificate.ParticipantId,
            certificate.EmployeeId?.Value,
            CertificateSnapshot.FromJson(certificate.Snapshot),
            certificate.TemplateVersion,
            Convert.ToHexStringLower(certificate.ContentHash),
            certificate.IsIntact(),
            certificate.IssuedAt,
            certificate.RevocationClass,
            CertificateAccess.IsOfficer(user, certificate) ? certificate.Reason : null,
            certificate.EndedAt,
            certificate.NeedsReissue ? certificate.OutdatedSince : null,
            looks.Count,
            looks.LastOn,
            chain,
            CertificateAccess.MayDownload(user, certificate),
            CertificateAccess.MayDownload(user, certificate) && certificate.Status == CertificateStatus.Issued,
            revoker && certificate.Status == CertificateStatus.Issued,
            canReissue,
            sends && certificate.Status == CertificateStatus.Issued,
            mail
        );

    private sealed record Looks(int Count, DateOnly? LastOn);
}
