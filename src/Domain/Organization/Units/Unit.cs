using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Units;

/// <summary>A node of the organisation tree, as HR states it, with what it was before.</summary>
public sealed class Unit : AggregateRoot<UnitId>
{
    public const int CodeMaximum = 40;
    public const int NameMaximum = 300;
    public const int KindMaximum = 40;

    /// <summary>From a root down to the lowest unit; no institution has a dozen.</summary>
    public const int LevelsMaximum = 50;

    private readonly List<UnitPeriod> periods = [];

    private Unit() { }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The institution's word for the level, such as <c>echelon2</c>.</summary>
    public string Kind { get; private set; } = "";
    public UnitId? ParentId { get; private set; }

    /// <summary>The head, derived from the people of the unit after each import.</summary>
    public EmployeeId? LeaderId { get; private set; }
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>Last day; a dissolved unit stays for its history.</summary>
    public DateOnly? ActiveTo { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Name, kind and place in the tree by days.</summary>
    public IReadOnlyList<UnitPeriod> Periods => periods;

    /// <summary>Codes are compared without case and outer spaces; this is how they are kept.</summary>
    public static string CodeOf(string text) => text.Trim().ToUpperInvariant();

    public static Unit Create(UnitId id, UnitRecord record, DateOnly day, DateTimeOffset now)
    {
        var from = record.ActiveFrom ?? day;
        var unit = new Unit
        {
            Id = id,
            Code = record.Code,
            Name = record.Name,
            Kind = record.Kind,
            ParentId = record.ParentId,
            ActiveFrom = from,
            ActiveTo = record.ActiveTo,
            ChangedAt = now,
        };
        unit.periods.Add(new UnitPeriod(record, from, record.ActiveTo));
        return unit;
    }

    /// <summary>The record of the unit's head was merged into another one.</summary>
    public void FollowLeader(EmployeeId kept) => LeaderId = kept;

    /// <summary>HR's word from this day on.</summary>
    /// <returns>Whether anything differs from what was known.</returns>
    public bool Take(UnitRecord record, DateOnly day, DateTimeOffset now)
    {
        if (!Differs(record))
        {
            return false;
        }
        var place = Name != record.Name || Kind != record.Kind || ParentId != record.ParentId;
        var isBack = ActiveTo < day;
        Name = record.Name;
        Kind = record.Kind;
        ParentId = record.ParentId;
        ActiveTo = record.ActiveTo;
        ChangedAt = now;
        if ((place || isBack) && IsActiveOn(day))
        {
            BeginPeriod(record, day);
        }
        // The last word about the end counts, also when it moves an end told earlier or takes it back.
        Latest.EndOn(ActiveTo);
        return true;
    }

    public bool Differs(UnitRecord record) =>
        Name != record.Name || Kind != record.Kind || ParentId != record.ParentId || ActiveTo != record.ActiveTo;

    public bool IsActiveOn(DateOnly day) => ActiveTo is null || day <= ActiveTo;

    private UnitPeriod Latest => periods.MaxBy(period => period.ValidFrom)!;

    private void BeginPeriod(UnitRecord record, DateOnly day)
    {
        // Two changes on one day are one: the later word replaces the earlier.
        if (periods.Find(period => period.ValidFrom >= day) is { } begun)
        {
            begun.Correct(record);
            return;
        }
        if (Latest.ValidTo is null || Latest.ValidTo >= day)
        {
            Latest.EndOn(day.AddDays(-1));
        }
        periods.Add(new UnitPeriod(record, day, null));
    }
}
