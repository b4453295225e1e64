namespace Pionir.Domain.Certificates;

public enum CertificateSigningState
{
    /// <summary>Its turn is yet to come.</summary>
    Waiting,
    Done,
    Failed,
}

/// <summary>How far the signing of one certificate by a remote service is.</summary>
public sealed class CertificateSigning
{
    private CertificateSigning() { }

    public CertificateId CertificateId { get; private init; }
    public CertificateSigningState State { get; private set; }

    /// <summary>Times the service was asked.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why it failed.</summary>
    public string? ErrorCode { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static CertificateSigning Wait(CertificateId certificate, DateTimeOffset now) =>
        new()
        {
            CertificateId = certificate,
            State = CertificateSigningState.Waiting,
            ChangedAt = now,
        };

    public void WaitAgain(DateTimeOffset now) => Become(CertificateSigningState.Waiting, null, now);

    public void Ask() => Attempts++;

    public void Sign(DateTimeOffset now) => Become(CertificateSigningState.Done, null, now);

    public void Fail(string errorCode, DateTimeOffset now) => Become(CertificateSigningState.Failed, errorCode, now);

    private void Become(CertificateSigningState state, string? errorCode, DateTimeOffset now)
    {
        State = state;
        ErrorCode = errorCode;
        ChangedAt = now;
    }
}
