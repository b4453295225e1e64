using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Certificates;

public enum CertificateBatchState
{
    Queued,
    Running,
    Completed,
}

public enum CertificateBatchRowState
{
    Pending,
    Issued,

    /// <summary>Had a valid certificate already.</summary>
    Skipped,
    Failed,
}

/// <summary>One act of issuing for one training: who gets a certificate, and how far it has come.</summary>
public sealed class CertificateBatch : AggregateRoot<CertificateBatchId>
{
    private CertificateBatch() { }

    public CertificateKind Kind { get; private init; }
    public Guid SourceId { get; private init; }
    public UnitId UnitId { get; private init; }
    public string Title { get; private init; } = "";
    public DateOnly IssuedOn { get; private init; }
    public CertificateBatchState State { get; private set; }
    public int Total { get; private init; }
    public Guid JobId { get; private set; }
    public Guid RequestedBy { get; private init; }
    public DateTimeOffset RequestedAt { get; private init; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public static CertificateBatch Request(
        CertificateKind kind,
        Guid sourceId,
        UnitId unit,
        string title,
        DateOnly issuedOn,
        int total,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = CertificateBatchId.New(),
            Kind = kind,
            SourceId = sourceId,
            UnitId = unit,
            Title = title,
            IssuedOn = issuedOn,
            State = CertificateBatchState.Queued,
            Total = total,
            RequestedBy = by,
            RequestedAt = now,
        };

    public void RunBy(Guid jobId) => JobId = jobId;

    /// <summary>Also after a crash: going on is the same as starting.</summary>
    public void Start()
    {
        if (State == CertificateBatchState.Queued)
            State = CertificateBatchState.Running;
    }

    public void Finish(DateTimeOffset now)
    {
        State = CertificateBatchState.Completed;
        FinishedAt ??= now;
    }
}

/// <summary>One person of a batch. Issued together with the certificate, in one transaction.</summary>
public sealed class CertificateBatchRow
{
    private CertificateBatchRow() { }

    public CertificateBatchId BatchId { get; private init; }
    public int Position { get; private init; }
    public Guid ParticipantId { get; private init; }
    public string Name { get; private init; } = "";
    public CertificateBatchRowState State { get; private set; }
    public CertificateId? CertificateId { get; private set; }
    public string? ErrorCode { get; private set; }

    public static CertificateBatchRow Pending(CertificateBatchId batch, int position, Guid participant, string name) =>
        new()
        {
            BatchId = batch,
            Position = position,
            ParticipantId = participant,
            Name = name,
        };

    public void Issue(CertificateId certificate)
    {
        State = CertificateBatchRowState.Issued;
        CertificateId = certificate;
        ErrorCode = null;
    }

    public void Skip(CertificateId existing)
    {
        State = CertificateBatchRowState.Skipped;
        CertificateId = existing;
    }

    public void Fail(string errorCode)
    {
        State = CertificateBatchRowState.Failed;
        ErrorCode = errorCode;
    }
}
