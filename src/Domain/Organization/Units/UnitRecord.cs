namespace Pionir.Domain.Organization.Units;

/// <summary>A unit as HR states it, already checked.</summary>
public sealed record UnitRecord(
    string Code,
    string Name,
    string Kind,
    UnitId? ParentId,
    DateOnly? ActiveFrom = null,
    DateOnly? ActiveTo = null
);
