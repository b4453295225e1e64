namespace Pionir.Infrastructure.Files;

/// <summary>One content in the store. Objects that use it refer to the hash.</summary>
public sealed class StoredFileRow
{
    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Hash { get; init; } = "";
    public string ContentType { get; init; } = "";
    public long Size { get; init; }
    public DateTimeOffset StoredAt { get; init; }
}
