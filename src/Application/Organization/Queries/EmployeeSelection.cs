using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization.Queries;

/// <summary>Turns a filter into a query over what the asking user may see.</summary>
public sealed class EmployeeSelection(
    IDatabase database,
    ICurrentUser user,
    IUnitTree units,
    IInstitutionClock clock,
    IEmployeeSearch search
)
{
    /// <param name="most">How many hits of a question are looked at; null is all of them.</param>
    public async Task<EmployeesFound> OfAsync(EmployeeFilter filter, int? most, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var employees = Visible().Where(employee => employee.MergedIntoId == null);
        if (filter.Team)
        {
            // An account outside HR's record has no team; "no superior" would find the heads.
            employees = user.EmployeeId is { } me
                ? employees.Where(employee => employee.SupervisorId == me)
                : employees.Where(_ => false);
        }
        if (filter.Unit is { } unit)
        {
            var tree = await units.ReadAsync(cancellationToken);
            var below = tree.WithDescendants([new UnitId(unit)]).Select(id => new UnitId(id)).ToArray();
            employees = employees.Where(employee => below.Contains(employee.UnitId));
        }
        if (filter.EmploymentType is { } type)
        {
            employees = employees.Where(employee => employee.EmploymentType == type);
        }
        if (filter.Active is { } active)
        {
            employees = active
                ? employees.ActiveOn(today)
                : employees.Where(employee => employee.ActiveFrom > today || employee.ActiveTo < today);
        }
        if (string.IsNullOrWhiteSpace(filter.Question))
        {
            return new EmployeesFound(Sorted(employees, filter.Sort), AtLeast: false);
        }
        var hits = await search.FindAsync(employees, filter.Question, most, cancellationToken);
        return string.IsNullOrEmpty(filter.Sort) ? hits : hits with { People = Sorted(hits.People, filter.Sort) };
    }

    /// <summary>The units in which people may be seen, and always one's own team and oneself.</summary>
    public IQueryable<Employee> Visible()
    {
        var scope = user.ScopeOf(Permission.EmployeesRead);
        var all = database.Set<Employee>().AsNoTracking();
        if (scope.Everything)
        {
            return all;
        }
        var within = scope.Units.Select(id => new UnitId(id)).ToArray();
        var self = user.EmployeeId;
        var team = user.Has(Permission.TeamRead) ? self : null;
        return all.Where(employee =>
            within.Contains(employee.UnitId)
            || (self != null && employee.Id == self)
            || (team != null && employee.SupervisorId == team)
        );
    }

    /// <summary>The id at the end: two people of one name keep their places from page to page.</summary>
    private IQueryable<Employee> Sorted(IQueryable<Employee> employees, string? sort) =>
        sort switch
        {
            "-name" => employees.OrderByDescending(employee => employee.Name).ThenByDescending(employee => employee.Id),
            "number" => employees.OrderBy(employee => employee.Number).ThenBy(employee => employee.Id),
            "-number" => employees.OrderByDescending(employee => employee.Number).ThenBy(employee => employee.Id),
            "unit" or "-unit" => ByUnit(employees, sort == "-unit"),
            _ => employees.OrderBy(employee => employee.Name).ThenBy(employee => employee.Id),
        };

    private IQueryable<Employee> ByUnit(IQueryable<Employee> employees, bool descending)
    {
        var placed =
            from employee in employees
            from unit in database.Set<Unit>().Where(unit => unit.Id == employee.UnitId)
            select new { employee, unit.Name };
        var sorted = descending ? placed.OrderByDescending(pair => pair.Name) : placed.OrderBy(pair => pair.Name);
        return sorted.ThenBy(pair => pair.employee.Name).ThenBy(pair => pair.employee.Id).Select(pair => pair.employee);
    }
}
