using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Trainings;

public readonly record struct CalendarFeedId(Guid Value) : ITypedId<CalendarFeedId>
{
    public static CalendarFeedId From(Guid value) => new(value);

    public static CalendarFeedId New() => new(Guid.CreateVersion7());
}

public enum CalendarFeedKind
{
    /// <summary>What one employee attends and teaches.</summary>
    Person,

    /// <summary>What a unit runs, with everything below it.</summary>
    Unit,

    /// <summary>Published trainings of the whole institution.</summary>
    Public,
}

/// <summary>
/// A secret address that calendar programs read without signing in. Only a hash of the secret is kept:
/// the address is shown once, and a lost one is replaced.
/// </summary>
public sealed class CalendarFeed : AggregateRoot<CalendarFeedId>
{
    public const int NameMaximum = 100;

    private CalendarFeed() { }

    public CalendarFeedKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public EmployeeId? EmployeeId { get; private set; }
    public UnitId? UnitId { get; private set; }
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static CalendarFeed ForPerson(
        EmployeeId employee,
        string name,
        string tokenHash,
        Actor by,
        DateTimeOffset now
    ) => Create(CalendarFeedKind.Person, name, tokenHash, by, now, employee: employee);

    public static CalendarFeed ForUnit(UnitId unit, string name, string tokenHash, Actor by, DateTimeOffset now) =>
        Create(CalendarFeedKind.Unit, name, tokenHash, by, now, unit: unit);

    public static CalendarFeed ForEverybody(string name, string tokenHash, Actor by, DateTimeOffset now) =>
        Create(CalendarFeedKind.Public, name, tokenHash, by, now);

    public Result Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return CalendarFeedErrors.AlreadyRevoked();
        RevokedAt = now;
        return Result.Success();
    }

    private static CalendarFeed Create(
        CalendarFeedKind kind,
        string name,
        string tokenHash,
        Actor by,
        DateTimeOffset now,
        EmployeeId? employee = null,
        UnitId? unit = null
    ) =>
        new()
        {
            Id = CalendarFeedId.New(),
            Kind = kind,
            Name = name.Trim(),
            OwnerId = by.UserId,
            EmployeeId = employee,
            UnitId = unit,
            TokenHash = tokenHash,
            CreatedAt = now,
        };
}

public static class CalendarFeedErrors
{
    public static Error NotFound() => Error.NotFound("calendar_feed.not_found");

    public static Error AlreadyRevoked() => Error.Conflict("calendar_feed.already_revoked");

    public static Error NoEmployee() => Error.Rule("calendar_feed.no_employee");

    public static Error UnitOutOfScope() => Error.Invalid("calendar_feed.unit_out_of_scope", "unitId");
}
