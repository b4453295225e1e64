using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Institutions;

public readonly record struct InstitutionVersionId(Guid Value) : ITypedId<InstitutionVersionId>
{
    public static InstitutionVersionId From(Guid value) => new(value);

    public static InstitutionVersionId New() => new(Guid.CreateVersion7());
}

/// <summary>One state of the settings, in force from a day on. A change is a new version; none that has begun changes.</summary>
public sealed class InstitutionVersion : AggregateRoot<InstitutionVersionId>
{
    public const int ReasonMaximum = 500;
    public const int ChangedByMaximum = 200;

    private InstitutionVersion() { }

    /// <summary>1, 2, 3 …; unique, so that two people who save at once cannot both win.</summary>
    public int Number { get; private set; }
    public DateOnly EffectiveFrom { get; private set; }
    public InstitutionSettings Settings { get; private set; } = InstitutionSettings.Default;
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }
    public string ChangedByName { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <param name="newestNumber">The highest number ever given, cancelled versions included.</param>
    public static Result<InstitutionVersion> Next(
        int newestNumber,
        InstitutionChange change,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (change.EffectiveFrom < today)
            return InstitutionErrors.EffectiveInPast(change.EffectiveFrom, today);
        var broken = change.Settings.Check();
        if (broken.Count > 0)
            return Result<InstitutionVersion>.Failure(broken);
        return new InstitutionVersion
        {
            Id = InstitutionVersionId.New(),
            Number = newestNumber + 1,
            EffectiveFrom = change.EffectiveFrom,
            Settings = change.Settings,
            ChangedAt = now,
            ChangedBy = change.By,
            ChangedByName = change.ByName,
            Reason = change.Reason,
        };
    }

    /// <summary>A version that has not begun takes over what changed before it.</summary>
    public Result Carry(InstitutionSettings settings, DateOnly today)
    {
        if (EffectiveFrom <= today || CancelledAt is not null)
            return InstitutionErrors.AlreadyInForce(Number);
        var broken = settings.Check();
        if (broken.Count > 0)
            return Result.Failure(broken);
        Settings = settings;
        return Result.Success();
    }

    /// <summary>Takes back a change that has not come into force.</summary>
    public Result Cancel(DateOnly today, DateTimeOffset now)
    {
        if (EffectiveFrom <= today || CancelledAt is not null)
            return InstitutionErrors.AlreadyInForce(Number);
        CancelledAt = now;
        return Result.Success();
    }
}

/// <summary>A wish to change the settings, and whose.</summary>
public sealed record InstitutionChange(
    InstitutionSettings Settings,
    DateOnly EffectiveFrom,
    Guid By,
    string ByName,
    string? Reason
);
