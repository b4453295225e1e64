using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Queries;

/// <summary>Imports, newest first.</summary>
[Requires(Permission.EmployeesImport, Permission.JpImport, Permission.AuditRead)]
public sealed record ListImports(ImportKind? Kind, ImportState? State, PageRequest Page) : IQuery<Page<ImportView>>;

internal sealed class ListImportsHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListImports, Result<Page<ImportView>>>
{
    public async Task<Result<Page<ImportView>>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var seen = user.SeenKinds();
        var imports = database
            .Set<Import>()
            .AsNoTracking()
            .Where(import => seen.Contains(import.Kind))
            .Where(import => request.Kind == null || import.Kind == request.Kind)
            .Where(import => request.State == null || import.State == request.State);
        var total = await imports.CountAsync(cancellationToken);
        var page = await imports
            .OrderByDescending(import => import.RequestedAt)
            .ThenByDescending(import => import.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .ToListAsync(cancellationToken);
        var failed = await database.FailedWorkAsync(page, cancellationToken);
        return new Page<ImportView>(
            [.. page.Select(import => import.ToView(user, failed.Contains(import.JobId.GetValueOrDefault())))],
            total,
            request.Page.Number,
            request.Page.Size
        );
    }
}
