using Pionir.Domain.Organization;

namespace Pionir.Application.Organization;

/// <summary>The organisation tree of today. Cached; an import reaches every instance within a second or two.</summary>
public interface IUnitTree
{
    ValueTask<UnitTree> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>One unit as the tree holds it.</summary>
/// <param name="Depth">0 for a root.</param>
/// <param name="LeaderId">The head of the unit, derived from HR's data.</param>
/// <param name="Active">False once the unit was dissolved; it stays for its history.</param>
public sealed record UnitNode(
    UnitId Id,
    string Code,
    string Name,
    string Kind,
    UnitId? ParentId,
    int Depth,
    EmployeeId? LeaderId,
    bool Active
);

/// <summary>Where employees come from, for other contexts. Knows everybody, also those who have left.</summary>
public interface IEmployeeDirectory
{
    /// <summary>
    /// By present or former identity numbers; the key is the number as asked for. An identity is a kind and a number, so
    /// a number alone may be several people's.
    /// </summary>
    Task<ILookup<string, EmployeeCard>> FindByNumbersAsync(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellationToken
    );

    Task<IReadOnlyDictionary<EmployeeId, EmployeeCard>> FindAsync(
        IReadOnlyCollection<EmployeeId> ids,
        CancellationToken cancellationToken
    );

    /// <summary>Everybody active in these units, for target groups and calls to a whole unit.</summary>
    Task<IReadOnlyList<EmployeeCard>> ActiveInAsync(
        IReadOnlyCollection<UnitId> units,
        CancellationToken cancellationToken
    );

    /// <summary>What HR's data says about somebody's place in the line: the ground of the derived roles.</summary>
    Task<ReportingLine?> LineOfAsync(EmployeeId id, CancellationToken cancellationToken);

    /// <summary>Whether one is the direct superior of the other today.</summary>
    Task<bool> IsSupervisorOfAsync(EmployeeId supervisor, EmployeeId employee, CancellationToken cancellationToken);
}

/// <summary>What other contexts need to know of a person; no birth date, no phone.</summary>
/// <param name="EmploymentType">As the reference data codes it: <c>pns</c>, <c>cpns</c>, <c>pppk</c>, <c>tni</c>, <c>polri</c>, <c>other</c>.</param>
/// <param name="Active">In service today.</param>
public sealed record EmployeeCard(
    EmployeeId Id,
    string Number,
    string NumberKind,
    string Name,
    string EmploymentType,
    string Position,
    string PositionFamily,
    string PositionLevel,
    string Rank,
    UnitId UnitId,
    string UnitCode,
    string UnitName,
    EmployeeId? SupervisorId,
    string? Email,
    DateOnly? ActiveTo,
    bool Active
);

/// <param name="Supervises">Has active subordinates.</param>
/// <param name="Leads">Units headed by this person, without those below them.</param>
public sealed record ReportingLine(
    UnitId UnitId,
    EmployeeId? SupervisorId,
    bool Supervises,
    IReadOnlyList<UnitId> Leads,
    bool Active
);
