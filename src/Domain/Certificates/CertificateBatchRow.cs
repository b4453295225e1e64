namespace Pionir.Domain.Certificates;

public enum CertificateBatchRowState
{
    Pending,
    Issued,

    /// <summary>Had a valid certificate already.</summary>
    Skipped,
    Failed,
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
