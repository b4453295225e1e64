using System.Text.Json;

namespace Pionir.Application.Common.Jobs;

public enum JobState
{
    Queued,
    Running,
    Succeeded,
    Failed,
}

/// <summary>A piece of long work as it stands in the database; the runner changes it with SQL of its own.</summary>
public sealed class Job
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required JsonDocument Arguments { get; init; }
    public required Guid RequestedBy { get; init; }
    public required string RequestedByName { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public JobState State { get; init; }
    public int Done { get; init; }
    public int Total { get; init; }
    public JsonDocument? Result { get; init; }
    public string? ErrorCode { get; init; }

    /// <summary>The sentence of the refusal, <c>{ id, en }</c>, with the values it names.</summary>
    public JsonDocument? ErrorText { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
}
