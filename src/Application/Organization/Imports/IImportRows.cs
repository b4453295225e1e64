using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Imports;

/// <summary>Reads judged rows for pages and error files.</summary>
public interface IImportRows
{
    Task<Page<ImportRowView>> PageAsync(
        ImportId id,
        RowOutcome? outcome,
        string? error,
        PageRequest page,
        CancellationToken cancellationToken
    );

    /// <summary>Wrong and doubtful rows in the order of the file, read while they are asked for.</summary>
    IEnumerable<(IReadOnlyList<string> Cells, IReadOnlyList<string> Errors)> LeftOut(ImportId id);
}
