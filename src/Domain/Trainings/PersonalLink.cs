using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public readonly record struct PersonalLinkId(Guid Value) : ITypedId<PersonalLinkId>
{
    public static PersonalLinkId From(Guid value) => new(value);

    public static PersonalLinkId New() => new(Guid.CreateVersion7());
}

/// <summary>The door of a participant without an account: the own programme and checking in, nothing else.</summary>
public sealed class PersonalLink : AggregateRoot<PersonalLinkId>
{
    /// <summary>Works that long after the training, for those who look up when they were there.</summary>
    public const int DaysAfterEnd = 14;

    private PersonalLink() { }

    public TrainingId TrainingId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }
    public byte[] TokenHash { get; private set; } = [];
    public DateTimeOffset SentAt { get; private set; }

    public static PersonalLink Of(Training training, ParticipantId participant) =>
        new()
        {
            Id = PersonalLinkId.New(),
            TrainingId = training.Id,
            ParticipantId = participant,
        };

    /// <summary>A new secret; the one sent before opens nothing any more.</summary>
    public string Renew(DateTimeOffset now)
    {
        var token = LinkSecret.New();
        (TokenHash, SentAt) = (LinkSecret.Hash(token)!, now);
        return token;
    }

    public static Result CheckUsable(Training training, DateTimeOffset now) =>
        training.DayOf(now) <= training.End.AddDays(DaysAfterEnd)
            ? Result.Success()
            : RegistrationErrors.PersonalLinkExpired();
}
