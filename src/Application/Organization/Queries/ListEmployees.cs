using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Employees;
using Unit = Pionir.Domain.Organization.Units.Unit;

namespace Pionir.Application.Organization.Queries;

/// <summary>People of the units one may see, and one's own team.</summary>
[Requires(Permission.EmployeesRead, Permission.TeamRead)]
public sealed record ListEmployees(EmployeeFilter Filter, PageRequest Page) : IQuery<Page<EmployeeListItem>>;

/// <param name="Number">Identity number in force.</param>
/// <param name="NumberKind">Code of its kind in the institution's settings.</param>
/// <param name="Active">In service today.</param>
public sealed record EmployeeListItem(
    Guid Id,
    string Name,
    string Number,
    string NumberKind,
    EmploymentType EmploymentType,
    string Position,
    string Rank,
    Guid UnitId,
    string UnitCode,
    string UnitName,
    bool Active
);

public sealed class ListEmployeesValidator : AbstractValidator<ListEmployees>
{
    public ListEmployeesValidator() => RuleFor(query => query.Filter).SetValidator(new EmployeeFilterValidator());
}

internal sealed class ListEmployeesHandler(IDatabase database, EmployeeSelection selection, IInstitutionClock clock)
    : IRequestHandler<ListEmployees, Result<Page<EmployeeListItem>>>
{
    public async Task<Result<Page<EmployeeListItem>>> Handle(ListEmployees request, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var (employees, atLeast) = await selection.OfAsync(request.Filter, EmployeeSearch.Most, cancellationToken);
        var page = employees.Skip(request.Page.Skip).Take(request.Page.Size);
        var items = await page.ToItems(database, today).ToListAsync(cancellationToken);
        // A first page that is not full has told it already.
        var total =
            request.Page.Skip == 0 && items.Count < request.Page.Size
                ? items.Count
                : await employees.CountAsync(cancellationToken);
        return new Page<EmployeeListItem>(items, total, request.Page.Number, request.Page.Size, atLeast);
    }
}

internal static class EmployeeItems
{
    public static IQueryable<EmployeeListItem> ToItems(
        this IQueryable<Employee> employees,
        IDatabase database,
        DateOnly today
    ) =>
        from employee in employees
        from unit in database.Set<Unit>().Where(unit => unit.Id == employee.UnitId)
        select new EmployeeListItem(
            employee.Id.Value,
            employee.Name,
            employee.Number,
            employee.NumberKind,
            employee.EmploymentType,
            employee.Position,
            employee.Rank,
            unit.Id.Value,
            unit.Code,
            unit.Name,
            employee.MergedIntoId == null
                && employee.ActiveFrom <= today
                && (employee.ActiveTo == null || employee.ActiveTo >= today)
        );
}
