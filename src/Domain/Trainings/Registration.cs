using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

public readonly record struct RegistrationId(Guid Value) : ITypedId<RegistrationId>
{
    public static RegistrationId From(Guid value) => new(value);

    public static RegistrationId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// Somebody from outside asks to take part and has yet to prove the e-mail address. Until then nobody sees the
/// request; what is never proved is thrown away.
/// </summary>
public sealed class Registration : AggregateRoot<RegistrationId>
{
    /// <summary>Mails that one address may be sent in a day, whoever types it in.</summary>
    public const int MailsADay = 5;

    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <summary>Pressing the button again so soon sends nothing again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>How long a request that nobody proved is kept after its link ended (UU 27/2022).</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    private Registration() { }

    public TrainingId TrainingId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? Institution { get; private set; }
    public string? IdentityNumber { get; private set; }
    public string? Note { get; private set; }
    public byte[] TokenHash { get; private set; } = [];
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Proved, or replaced by a newer request.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whom it became.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    public static (Registration Registration, string Token) Ask(
        TrainingId training,
        ExternalPerson person,
        string? note,
        DateTimeOffset now
    )
    {
        var token = LinkSecret.New();
        var registration = new Registration
        {
            Id = RegistrationId.New(),
            TrainingId = training,
            Name = person.Name,
            Email = person.Email,
            Institution = person.Institution,
            IdentityNumber = person.IdentityNumber,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            TokenHash = LinkSecret.Hash(token)!,
            SentAt = now,
            ExpiresAt = now + LinkLife,
        };
        return (registration, token);
    }

    public Result<ExternalPerson> Person() => ExternalPerson.Create(Name, Email, Institution, IdentityNumber);

    public Result CheckUsable(DateTimeOffset now)
    {
        if (ParticipantId is not null)
            return RegistrationErrors.Used();
        if (ClosedAt is not null)
            return RegistrationErrors.Replaced();
        return now < ExpiresAt ? Result.Success() : RegistrationErrors.Expired();
    }

    public void Replace(DateTimeOffset now) => ClosedAt ??= now;

    public Result Prove(ParticipantId participant, DateTimeOffset now)
    {
        if (CheckUsable(now) is { IsSuccess: false } refused)
            return refused;
        (ClosedAt, ParticipantId) = (now, participant);
        return Result.Success();
    }
}
