using Pionir.Domain.Common;

namespace Pionir.Application.Common.OwnData;

/// <summary>Reads everything the database holds on one person, table by table.</summary>
public interface IOwnDataTables
{
    int Count { get; }

    IAsyncEnumerable<OwnDataTable> ReadAsync(OwnDataSubject subject, CancellationToken cancellationToken);
}

/// <param name="Employees">The person's record and those merged into it; empty for an account outside HR's record.</param>
public sealed record OwnDataSubject(Guid AccountId, string Name, IReadOnlyList<Guid> Employees);

/// <param name="Key">Name in the JSON file.</param>
/// <param name="Title">Name of the sheet.</param>
public sealed record OwnDataTable(
    string Key,
    LocalText Title,
    IReadOnlyList<OwnDataColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows
);

/// <param name="Key">Name in the JSON file.</param>
/// <param name="Title">Head of the column in the spreadsheet.</param>
public sealed record OwnDataColumn(string Key, string Title);
