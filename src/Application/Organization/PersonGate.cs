using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization;

/// <summary>
/// The one door to what the product holds of a person: for the person, for their superior, and for who holds the
/// permission in the person's unit. Everybody else finds nobody there. A look at another person is logged.
/// </summary>
public sealed class PersonGate(IDatabase database, ICurrentUser user, IAuditLog audit) : IApplicationPart
{
    public bool Opens(Employee person, Permission permission) =>
        user.EmployeeId == person.Id
        || user.ScopeOf(permission).Contains(person.UnitId)
        || (user.Has(Permission.TeamRead) && user.EmployeeId is { } self && person.SupervisorId == self);

    /// <param name="look">The use case, as the audit trail names the look.</param>
    public async Task<PersonRecords?> OpenAsync(
        EmployeeId id,
        Permission permission,
        string look,
        CancellationToken cancellationToken
    )
    {
        var person = await database
            .Set<Employee>()
            .AsNoTracking()
            .SingleOrDefaultAsync(employee => employee.Id == id, cancellationToken);
        if (person is null || !Opens(person, permission))
        {
            return null;
        }
        if (user.EmployeeId != id)
        {
            audit.Record(look, nameof(Employee), id.Value, person.Name);
            await database.SaveChangesAsync(cancellationToken);
        }
        return new PersonRecords(id, user.EmployeeId == id, await database.RecordsOfAsync(id, cancellationToken));
    }
}

/// <param name="Ids">The record itself and those that were merged into it.</param>
public sealed record PersonRecords(EmployeeId Id, bool IsSelf, IReadOnlyList<EmployeeId> Ids);
