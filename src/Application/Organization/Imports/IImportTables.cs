using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Imports;

/// <summary>The rows of imports, worked on in sets: a roster may have millions. Runs in the current transaction.</summary>
public interface IImportTables
{
    /// <summary>Takes away the rows of an earlier, broken-off reading.</summary>
    Task ClearAsync(ImportId id, CancellationToken cancellationToken);

    /// <summary>Takes away what the rows that never came in would have meant; wrong ones can still be mended.</summary>
    Task ForgetRestAsync(Import import, CancellationToken cancellationToken);

    Task WriteRowsAsync(ImportId id, IEnumerable<StagedRow> rows, CancellationToken cancellationToken);

    Task<IReadOnlyList<StagedUnit>> ReadUnitsAsync(ImportId id, CancellationToken cancellationToken);

    Task WriteFindingsAsync(ImportId id, IEnumerable<Finding> findings, CancellationToken cancellationToken);

    /// <summary>Rows under a known number whose name is another than the known one, unless confirmed as they stand.</summary>
    Task<IReadOnlyList<RenamedRow>> ReadRenamedAsync(ImportId id, CancellationToken cancellationToken);

    /// <summary>Takes the word that a doubtful row means the person on record, or takes it back.</summary>
    /// <returns>That person; none when there is no such row.</returns>
    Task<EmployeeId?> ConfirmAsync(ImportId id, int row, bool samePerson, CancellationToken cancellationToken);

    /// <summary>Judges the rows of people that are not in yet against what is known now.</summary>
    /// <param name="doubtful">Numbers of rows that look like another person.</param>
    Task FindEmployeesAsync(Import import, IReadOnlyCollection<int> doubtful, CancellationToken cancellationToken);

    Task<ImportCounts> CountAsync(ImportId id, CancellationToken cancellationToken);

    /// <summary>Whether people or units have changed since the rows were judged.</summary>
    Task<bool> IsOutdatedAsync(Import import, CancellationToken cancellationToken);

    /// <summary>Keeps a second runner of the same import out until this transaction ends.</summary>
    Task<bool> LockAsync(ImportId id, int appliedThrough, CancellationToken cancellationToken);

    /// <returns>The number of the last row with a finding.</returns>
    Task<int> LastRowAsync(ImportId id, CancellationToken cancellationToken);

    /// <summary>Brings in what the rows after <paramref name="after"/> up to <paramref name="through"/> say.</summary>
    Task ApplyEmployeesAsync(Import import, int after, int through, CancellationToken cancellationToken);

    /// <summary>Finds superiors who have come in meanwhile, and the heads of all units.</summary>
    Task SettleAsync(DateOnly today, CancellationToken cancellationToken);
}

/// <summary>A unit as it waits in the table.</summary>
public sealed record StagedUnit(
    int Number,
    Guid NewId,
    string Code,
    string Name,
    string Kind,
    string? ParentCode,
    DateOnly? ActiveFrom,
    DateOnly? ActiveTo,
    IReadOnlyList<string> Errors
);

/// <param name="SubjectId">The unit or person meant; for a new one the id it will get.</param>
public sealed record Finding(
    int Number,
    RowOutcome Outcome,
    IReadOnlyList<string> Errors,
    IReadOnlyList<Difference> Differences,
    Guid? SubjectId,
    UnitId? ParentId
);

/// <summary>A row beside the person whose number it carries.</summary>
public sealed record RenamedRow(int Number, PersonTraits Known, PersonTraits Told);

/// <param name="Field">In camel case, such as <c>unit</c>.</param>
public sealed record Difference(string Field, string? Before, string? After);
