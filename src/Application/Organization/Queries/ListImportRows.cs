using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Queries;

/// <summary>The rows of an import with what each of them means.</summary>
/// <param name="Error">Only rows with this code.</param>
[Requires(Permission.EmployeesImport, Permission.JpImport, Permission.AuditRead)]
public sealed record ListImportRows(Guid Id, RowOutcome? Outcome, string? Error, PageRequest Page)
    : IQuery<Page<ImportRowView>>;

/// <param name="Number">Row number in the file; none for somebody whom a complete file does not name.</param>
/// <param name="Key">Identity number or unit code.</param>
/// <param name="Name">As the file says; for people not in the file, as known.</param>
/// <param name="Errors">Codes of what is wrong.</param>
/// <param name="Explanations">The same in words, in both languages.</param>
/// <param name="Differences">Known values and those of the file, which win.</param>
/// <param name="Cells">The row as it stood in the file, in the order of the columns.</param>
/// <param name="SubjectId">The employee or unit meant.</param>
/// <param name="Confirmed">The row looked like another person, and somebody has said that it is the same.</param>
public sealed record ImportRowView(
    int? Number,
    RowOutcome Outcome,
    string Key,
    string Name,
    IReadOnlyList<string> Errors,
    IReadOnlyList<LocalText> Explanations,
    IReadOnlyList<DifferenceView> Differences,
    IReadOnlyList<string> Cells,
    Guid? SubjectId,
    bool Confirmed
);

/// <param name="Field">Name of the field in camel case, such as <c>unit</c>.</param>
public sealed record DifferenceView(string Field, string? Before, string? After);

internal sealed class ListImportRowsHandler(IDatabase database, ICurrentUser user, IImportRows rows, IErrorTexts texts)
    : IRequestHandler<ListImportRows, Result<Page<ImportRowView>>>
{
    public async Task<Result<Page<ImportRowView>>> Handle(ListImportRows request, CancellationToken cancellationToken)
    {
        var id = new ImportId(request.Id);
        var seen = user.SeenKinds();
        var known = await database
            .Set<Import>()
            .AnyAsync(import => import.Id == id && seen.Contains(import.Kind), cancellationToken);
        if (!known)
        {
            return ImportErrors.NotFound();
        }
        var page = await rows.PageAsync(id, request.Outcome, request.Error, request.Page, cancellationToken);
        return page with
        {
            Items = [.. page.Items.Select(row => row with { Explanations = [.. row.Errors.Select(texts.Of)] })],
        };
    }
}
