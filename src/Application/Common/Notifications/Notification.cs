namespace Pionir.Application.Common.Notifications;

/// <summary>One line behind the bell.</summary>
public sealed class Notification
{
    public const int CodeMaximum = 100;
    public const int LinkMaximum = 300;

    public required Guid Id { get; init; }
    public Guid? UserId { get; init; }
    public Guid? EmployeeId { get; init; }
    public required string Code { get; init; }

    /// <summary>JSON object of the values that the text names.</summary>
    public required string Arguments { get; init; }
    public required string Link { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
}
