namespace Pionir.Application.Common.OwnData;

/// <summary>All data held on one person, packed for that person alone; thrown away when its time is over.</summary>
public sealed class OwnDataExport
{
    /// <summary>Long enough to come back after a weekend, short enough not to become a second archive.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid JobId { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? ReadyAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public long Size { get; private set; }
    public byte[]? Content { get; private set; }

    public static OwnDataExport Request(Guid accountId, Guid jobId, Guid id, DateTimeOffset now) =>
        new()
        {
            Id = id,
            AccountId = accountId,
            JobId = jobId,
            RequestedAt = now,
            ExpiresAt = now + Life,
        };

    public void Fill(byte[] content, DateTimeOffset now) =>
        (Content, Size, ReadyAt, ExpiresAt) = (content, content.LongLength, now, now + Life);
}
