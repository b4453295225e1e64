using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization;

public static class EmployeeQueries
{
    /// <summary>In service on this day, and not a record that was merged into another one.</summary>
    public static IQueryable<Employee> ActiveOn(this IQueryable<Employee> employees, DateOnly day) =>
        employees.Where(employee =>
            employee.MergedIntoId == null && (employee.ActiveTo == null || employee.ActiveTo >= day)
        );
}
