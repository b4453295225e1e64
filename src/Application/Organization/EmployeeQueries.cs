using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization;

public static class EmployeeQueries
{
    /// <summary>In service on this day, and not a record that was merged into another one.</summary>
    public static IQueryable<Employee> ActiveOn(this IQueryable<Employee> employees, DateOnly day) =>
        employees.Where(employee =>
            employee.MergedIntoId == null
            && employee.ActiveFrom <= day
            && (employee.ActiveTo == null || employee.ActiveTo >= day)
        );

    /// <summary>The record and those merged into it: what was written under an old id stays there for ever.</summary>
    public static async Task<IReadOnlyList<EmployeeId>> RecordsOfAsync(
        this IDatabase database,
        EmployeeId id,
        CancellationToken cancellationToken
    )
    {
        var merged = await database
            .Set<Employee>()
            .Where(employee => employee.MergedIntoId == id)
            .Select(employee => employee.Id)
            .ToListAsync(cancellationToken);
        return [id, .. merged];
    }
}
