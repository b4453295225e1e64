using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public static InvitationId New() => new(Guid.CreateVersion7());
}

public enum InvitationKind
{
    Invitation,

    /// <summary>A place that became free, offered to the first on the reserve list for a short time.</summary>
    ReserveOffer,
}

public enum InvitationAnswer
{
    Confirmed,
    Declined,

    /// <summary>Nobody answered before the deadline.</summary>
    Expired,

    /// <summary>A newer invitation, a withdrawal or a swap made it pointless.</summary>
    Cancelled,

    /// <summary>Confirmed, but the last place had gone: put on the reserve list.</summary>
    PutOnReserve,
}

/// <summary>
/// A place held for one person until a deadline, with a link that answers it once. Every invitation and every
/// reserve offer stays here, so that it can be seen who was asked when and what they said.
/// </summary>
public sealed class Invitation : AggregateRoot<InvitationId>
{
    private Invitation() { }

    public TrainingId TrainingId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }
    public InvitationKind Kind { get; private set; }

    /// <summary>SHA-256 of the link's secret: a copy of the table opens no door.</summary>
    public byte[] TokenHash { get; private set; } = [];
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public InvitationAnswer? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public static (Invitation Invitation, string Token) Send(
        Participant participant,
        InvitationKind kind,
        DateTimeOffset now,
        DateTimeOffset expiresAt
    )
    {
        var token = LinkSecret.New();
        var invitation = new Invitation
        {
            Id = InvitationId.New(),
            TrainingId = participant.TrainingId,
            ParticipantId = participant.Id,
            Kind = kind,
            TokenHash = LinkSecret.Hash(token)!,
            SentAt = now,
            ExpiresAt = expiresAt,
        };
        return (invitation, token);
    }

    public bool IsOpen(DateTimeOffset now) => Answer is null && now < ExpiresAt;

    /// <summary>The link may still be used.</summary>
    public Result CheckUsable(DateTimeOffset now) =>
        Answer switch
        {
            null when now < ExpiresAt => Result.Success(),
            null or InvitationAnswer.Expired => InvitationErrors.Expired(),
            InvitationAnswer.Cancelled => InvitationErrors.Cancelled(),
            _ => InvitationErrors.Used(),
        };

    public Result Close(InvitationAnswer answer, DateTimeOffset now)
    {
        if (Answer is not null)
            return CheckUsable(now);
        Answer = answer;
        AnsweredAt = now;
        return Result.Success();
    }
}
