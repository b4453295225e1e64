using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>One realised meeting of a coaching or mentoring.</summary>
public sealed class CoachingMeeting : Entity<CoachingMeetingId>
{
    public const int MinutesMaximum = 600;
    public const int TopicMaximum = 500;
    public const int OutcomeMaximum = 2000;

    private CoachingMeeting() { }

    public CoachingAgreementId AgreementId { get; private set; }
    public DateOnly HeldOn { get; private set; }
    public int Minutes { get; private set; }
    public string Topic { get; private set; } = "";
    public string? Outcome { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    internal static CoachingMeeting Of(
        CoachingAgreementId agreement,
        DateOnly on,
        int minutes,
        string topic,
        string? outcome,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = CoachingMeetingId.New(),
            AgreementId = agreement,
            HeldOn = on,
            Minutes = minutes,
            Topic = topic,
            Outcome = outcome,
            RecordedAt = now,
            RecordedBy = by,
        };
}
