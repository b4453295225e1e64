using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Certificates;

public enum CertificateBatchState
{
    Queued,
    Running,

    /// <summary>Held by a person; nothing more is issued until it is resumed.</summary>
    Paused,
    Completed,
}

/// <summary>One act of issuing for one training: who gets a certificate, and how far it has come.</summary>
public sealed class CertificateBatch : AggregateRoot<CertificateBatchId>
{
    public const int PlaceMaximum = 100;

    private CertificateBatch() { }

    public CertificateKind Kind { get; private init; }
    public Guid SourceId { get; private init; }
    public UnitId UnitId { get; private init; }
    public string Title { get; private init; } = "";
    public DateOnly IssuedOn { get; private init; }

    /// <summary>City named before the date.</summary>
    public string IssuedAt { get; private init; } = "";

    /// <summary>Where this installation was reached when issuing was asked for; QR codes and mails lead there.</summary>
    public string BaseAddress { get; private init; } = "";

    /// <summary>Chosen once, so that all papers of a batch look the same.</summary>
    public string TemplateVersion { get; private init; } = "";

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
        string issuedAt,
        string baseAddress,
        string templateVersion,
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
            IssuedAt = issuedAt,
            BaseAddress = baseAddress,
            TemplateVersion = templateVersion,
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

    public Result Pause()
    {
        if (State == CertificateBatchState.Completed)
            return CertificateBatchErrors.AlreadyCompleted();
        State = CertificateBatchState.Paused;
        return Result.Success();
    }

    public Result Resume()
    {
        if (State != CertificateBatchState.Paused)
            return CertificateBatchErrors.NotPaused();
        State = CertificateBatchState.Running;
        return Result.Success();
    }

    public void Finish(DateTimeOffset now)
    {
        State = CertificateBatchState.Completed;
        FinishedAt ??= now;
    }
}
