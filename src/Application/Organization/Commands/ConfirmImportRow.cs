using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Commands;

/// <summary>
/// Somebody has looked at a row that carries the number of what looks like another person, and says that it is the
/// same one, or takes that back. Row by row: a click for all of them would be the silent renaming again.
/// </summary>
[Requires(Permission.EmployeesImport)]
public sealed record ConfirmImportRow(Guid Id, int Number, bool SamePerson) : ICommand;

internal sealed class ConfirmImportRowHandler(
    IDatabase database,
    ICurrentUser user,
    IImportTables tables,
    IAuditLog audit
) : IRequestHandler<ConfirmImportRow, Result>
{
    public async Task<Result> Handle(ConfirmImportRow request, CancellationToken cancellationToken)
    {
        var id = new ImportId(request.Id);
        var import = await database.Set<Import>().SingleOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (import is null || !user.MaySee(import.Kind))
        {
            return ImportErrors.NotFound();
        }
        if (!import.CanConfirmRows)
        {
            return ImportErrors.NotReady(import.State);
        }
        if (await tables.ConfirmAsync(id, request.Number, request.SamePerson, cancellationToken) is not { } person)
        {
            return ImportErrors.RowNotDoubtful(request.Number);
        }
        import.Recounted(await tables.CountAsync(id, cancellationToken));
        var name = await database
            .Set<Employee>()
            .Where(employee => employee.Id == person)
            .Select(employee => employee.Name)
            .SingleAsync(cancellationToken);
        audit.Record(
            nameof(ConfirmImportRow),
            nameof(Employee),
            person.Value,
            name,
            new
            {
                import.FileName,
                Row = request.Number,
                request.SamePerson,
            }
        );
        return Result.Success();
    }
}
