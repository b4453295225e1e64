using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours;

/// <summary>Person, entries of a year and sums of all years in one round trip: everybody opens this page.</summary>
public interface IStatementReader
{
    /// <param name="asOf">Only what was posted until then; null is everything.</param>
    Task<StatementRows> ReadAsync(EmployeeId id, int year, DateTimeOffset? asOf, CancellationToken cancellationToken);
}

/// <param name="Person">Null when HR's record knows nobody by that id.</param>
public sealed record StatementRows(
    EmployeeCard? Person,
    IReadOnlyList<StatementRow> Entries,
    IReadOnlyList<JpYear> Years
);

/// <summary>An entry as the table has it.</summary>
public sealed record StatementRow(
    Guid Id,
    DateOnly OccurredOn,
    string Title,
    LedgerEntryKind Kind,
    int Jp,
    int Minutes,
    string? Form,
    string? Cluster,
    Guid OriginId,
    string RuleVersion,
    string Calculation,
    DateTimeOffset PostedAt,
    Guid? Reverses,
    string? Reason
);
