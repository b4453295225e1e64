using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Certificates;

/// <summary>
/// A promise of the institution that anyone can check. What it says is frozen; only its standing changes: revoked,
/// or replaced by a newer one.
/// </summary>
public sealed class Certificate : AggregateRoot<CertificateId>
{
    public const int NumberMaximum = 160;
    public const int TitleMaximum = 300;
    public const int ReasonMinimum = 10;
    public const int EmailMaximum = 254;
    public const int ReasonMaximum = 1000;

    private Certificate() { }

    public CertificateKind Kind { get; private init; }
    public string Number { get; private init; } = "";
    public NumberSeriesId SeriesId { get; private init; }
    public int Sequence { get; private init; }

    /// <summary>The training or unit report.</summary>
    public Guid SourceId { get; private init; }

    public Guid ParticipantId { get; private init; }

    /// <summary>Null for external participants.</summary>
    public EmployeeId? EmployeeId { get; private set; }

    /// <summary>Unit that answers for the training; decides which officers see the certificate.</summary>
    public UnitId UnitId { get; private init; }

    public string HolderName { get; private init; } = "";
    public string HolderKey { get; private init; } = "";
    public string? HolderEmail { get; private set; }
    public string Title { get; private init; } = "";
    public int Jp { get; private init; }
    public DateOnly IssuedOn { get; private init; }
    public DateTimeOffset IssuedAt { get; private init; }
    public Guid IssuedBy { get; private init; }
    public string Token { get; private init; } = "";

    /// <summary>Set when a link was mailed; a new mail makes the old link worthless.</summary>
    public byte[]? DeliveryHash { get; private set; }

    /// <summary>The frozen content as JSON, kept as text so that its hash can be made again.</summary>
    public string Snapshot { get; private init; } = "";

    public string TemplateVersion { get; private init; } = "";
    public byte[] ContentHash { get; private init; } = [];
    public CertificateStatus Status { get; private set; }
    public int Edition { get; private init; }
    public CertificateId? Replaces { get; private init; }
    public CertificateId? ReplacedBy { get; private set; }
    public RevocationClass? RevocationClass { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? EndedBy { get; private set; }

    /// <summary>Since when a corrected training says otherwise than this paper; it stays valid until it is re-issued.</summary>
    public DateTimeOffset? OutdatedSince { get; private set; }

    public bool NeedsReissue => Status == CertificateStatus.Issued && OutdatedSince is not null;

    public static Certificate Issue(CertificateDraft draft, CertificateSnapshot snapshot, Guid by, DateTimeOffset now)
    {
        var json = snapshot.ToJson();
        return new Certificate
        {
            Id = draft.Id,
            Kind = draft.Kind,
            Number = snapshot.Number,
            SeriesId = draft.SeriesId,
            Sequence = draft.Sequence,
            SourceId = draft.SourceId,
            ParticipantId = draft.ParticipantId,
            EmployeeId = draft.EmployeeId,
            UnitId = draft.UnitId,
            HolderName = snapshot.Holder.Name,
            HolderKey = Certificates.HolderName.Key(snapshot.Holder.Name),
            HolderEmail = draft.HolderEmail,
            Title = snapshot.Training.Name,
            Jp = snapshot.Training.Jp,
            IssuedOn = snapshot.IssuedOn,
            IssuedAt = now,
            IssuedBy = by,
            Token = snapshot.Token,
            DeliveryHash = draft.DeliveryHash,
            Snapshot = json,
            TemplateVersion = draft.TemplateVersion,
            ContentHash = CertificateSnapshot.HashOf(json, draft.TemplateVersion),
            Status = CertificateStatus.Issued,
            Edition = snapshot.Edition,
            Replaces = draft.Replaces,
        };
    }

    /// <summary>
    /// The holder's record was merged into another one of the same person. What is printed stays; only under whom the
    /// certificate is found changes, and the database lets it go nowhere else.
    /// </summary>
    public void FollowHolder(EmployeeId kept) => EmployeeId = kept;

    public Result Revoke(RevocationClass revocationClass, string reason, Guid by, DateTimeOffset now)
    {
        if (Status != CertificateStatus.Issued)
            return CertificateErrors.NotInForce(Number, Status);
        if (reason.Trim().Length < ReasonMinimum)
            return CertificateErrors.ReasonTooShort(ReasonMinimum);
        Status = CertificateStatus.Revoked;
        RevocationClass = revocationClass;
        End(reason, by, now);
        return Result.Success();
    }

    /// <summary>
    /// A new certificate with a number of its own takes the place of this one. A revoked one can be replaced too:
    /// that is how a mistake is mended after the fact.
    /// </summary>
    public Result<Certificate> ReplaceWith(
        CertificateDraft draft,
        CertificateSnapshot snapshot,
        string reason,
        Guid by,
        DateTimeOffset now
    )
    {
        if (Status == CertificateStatus.Replaced)
            return CertificateErrors.NotInForce(Number, Status);
        if (reason.Trim().Length < ReasonMinimum)
            return CertificateErrors.ReasonTooShort(ReasonMinimum);
        var next = Issue(
            draft with
            {
                Replaces = Id,
            },
            snapshot with
            {
                Edition = Edition + 1,
                Replaces = Number,
            },
            by,
            now
        );
        Status = CertificateStatus.Replaced;
        ReplacedBy = next.Id;
        End(reason, by, now);
        return next;
    }

    /// <summary>Marks it for a re-issue when its training says otherwise now, and takes the mark away when it agrees.</summary>
    public Result CompareWith(SnapshotTraining training, DateTimeOffset now)
    {
        if (Status != CertificateStatus.Issued)
            return CertificateErrors.NotInForce(Number, Status);
        var agrees = CertificateSnapshot.FromJson(Snapshot).Training.DifferencesFrom(training).Count == 0;
        OutdatedSince = agrees ? null : OutdatedSince ?? now;
        return Result.Success();
    }

    /// <summary>Forgets the link mailed before and remembers the new one.</summary>
    /// <param name="email">A better address of the holder.</param>
    public void Deliver(byte[] deliveryHash, string? email)
    {
        DeliveryHash = deliveryHash;
        if (!string.IsNullOrWhiteSpace(email))
            HolderEmail = email.Trim();
    }

    /// <summary>What is stored still is what was issued.</summary>
    public bool IsIntact() => ContentHash.AsSpan().SequenceEqual(CertificateSnapshot.HashOf(Snapshot, TemplateVersion));

    private void End(string reason, Guid by, DateTimeOffset now)
    {
        Reason = reason.Trim();
        EndedAt = now;
        EndedBy = by;
    }
}

/// <summary>What is known of a certificate besides what is printed on it.</summary>
public sealed record CertificateDraft(
    CertificateId Id,
    CertificateKind Kind,
    NumberSeriesId SeriesId,
    int Sequence,
    Guid SourceId,
    Guid ParticipantId,
    EmployeeId? EmployeeId,
    UnitId UnitId,
    string? HolderEmail,
    byte[]? DeliveryHash,
    string TemplateVersion,
    CertificateId? Replaces = null
);
