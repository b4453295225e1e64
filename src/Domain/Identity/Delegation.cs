using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

/// <summary>
/// The office of the head, handed to an acting head for a dated period by a written order
/// (UU 30/2014 article 14: Plh and Plt act by mandate).
/// </summary>
public sealed class Delegation : AggregateRoot<DelegationId>
{
    public const int LetterNumberMaximum = 100;
    public const int LongestDays = 366;

    private Delegation() { }

    public AccountId DelegateId { get; private init; }
    public ActingKind Kind { get; private init; }

    /// <summary>First day, in the institution's time zone.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>Last day, included.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Number of the order (surat perintah).</summary>
    public string LetterNumber { get; private init; } = "";
    public AccountId CreatedBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }

    public static Result<Delegation> Create(
        AccountId delegateId,
        ActingKind kind,
        DateRange period,
        string letterNumber,
        AccountId by,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (delegateId == by)
        {
            return DelegationErrors.ToOneself;
        }
        if (period.End < today)
        {
            return DelegationErrors.InThePast(today);
        }
        if (period.End.DayNumber - period.Start.DayNumber >= LongestDays)
        {
            return DelegationErrors.TooLong;
        }
        return new Delegation
        {
            Id = DelegationId.New(),
            DelegateId = delegateId,
            Kind = kind,
            StartsOn = period.Start,
            EndsOn = period.End,
            LetterNumber = letterNumber.Trim(),
            CreatedBy = by,
            CreatedAt = now,
        };
    }

    public bool IsInForce(DateOnly today) => EndedAt is null && StartsOn <= today && today <= EndsOn;

    public bool WasInForce(DateTimeOffset at, DateOnly day) =>
        StartsOn <= day && day <= EndsOn && CreatedAt <= at && (EndedAt is null || at < EndedAt);

    /// <summary>At once: the acting head loses the office with this call, whatever day it is.</summary>
    public Result End(string reason, DateOnly today, DateTimeOffset now)
    {
        if (EndedAt is not null || EndsOn < today)
        {
            return DelegationErrors.AlreadyEnded;
        }
        EndedAt = now;
        EndReason = reason;
        return Result.Success();
    }
}

public enum ActingKind
{
    /// <summary>Pelaksana tugas: the office is vacant.</summary>
    Plt,

    /// <summary>Pelaksana harian: the head is away for a time.</summary>
    Plh,
}

public static class DelegationErrors
{
    public static readonly Error NotFound = Error.NotFound("delegation.not_found");
    public static readonly Error ToOneself = Error.Forbidden("delegation.to_oneself");
    public static readonly Error AlreadyEnded = Error.Conflict("delegation.already_ended");
    public static readonly Error Overlap = Error.Conflict("delegation.overlap");
    public static readonly Error UnknownDelegate = Error.Invalid("delegation.unknown_delegate", "delegateId");
    public static readonly Error NeedsEmployee = Error.Invalid("delegation.needs_employee", "delegateId");
    public static readonly Error TooLong = Error.Invalid(
        "delegation.too_long",
        "endsOn",
        ("days", Delegation.LongestDays)
    );

    public static Error InThePast(DateOnly today) =>
        Error.Invalid("delegation.in_the_past", "endsOn", ("today", today));
}
