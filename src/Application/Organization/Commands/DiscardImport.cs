using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Commands;

/// <summary>Throws a dry run away. That it happened stays on record; its rows go.</summary>
[Requires(Permission.EmployeesImport)]
public sealed record DiscardImport(Guid Id) : ICommand;

internal sealed class DiscardImportHandler(IDatabase database, IImportTables tables)
    : IRequestHandler<DiscardImport, Result>
{
    public async Task<Result> Handle(DiscardImport request, CancellationToken cancellationToken)
    {
        var id = new ImportId(request.Id);
        var import = await database.Set<Import>().SingleOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (import is null)
        {
            return ImportErrors.NotFound();
        }
        var discarded = import.Discard();
        if (discarded.IsSuccess)
        {
            await tables.ClearAsync(id, cancellationToken);
        }
        return discarded;
    }
}
