using System.Text.Json;

namespace Pionir.Infrastructure.Auditing;

/// <summary>Who changed what, when, from where and why. Written once, never changed.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required Guid UserId { get; init; }
    public required string UserName { get; init; }
    public required string Action { get; init; }

    /// <summary>Added, Modified, Deleted or Noted (nothing changed, but somebody looked or took out).</summary>
    public required string Change { get; init; }
    public required string SubjectType { get; init; }
    public required Guid SubjectId { get; init; }
    public required string SubjectName { get; init; }

    /// <summary>The aggregate the subject belongs to; the history tab of an object reads by it.</summary>
    public required Guid RootId { get; init; }
    public JsonDocument? Details { get; init; }
    public string? Reason { get; init; }
    public string? RemoteAddress { get; init; }
}
