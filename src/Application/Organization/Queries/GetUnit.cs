using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Units;
using Unit = Pionir.Domain.Organization.Units.Unit;

namespace Pionir.Application.Organization.Queries;

/// <summary>A unit with its place, its head and what it was before.</summary>
[Requires(Permission.UnitsRead)]
public sealed record GetUnit(Guid Id) : IQuery<UnitView>;

/// <param name="Path">From the root to the unit itself.</param>
/// <param name="People">Active people of the unit itself.</param>
/// <param name="PeopleBelow">Those and everybody's below it.</param>
/// <param name="History">Name, kind and parent by days, newest first.</param>
/// <param name="CanListPeople">The people of the unit may be listed.</param>
public sealed record UnitView(
    Guid Id,
    string Code,
    string Name,
    string Kind,
    IReadOnlyList<UnitStepView> Path,
    PersonView? Leader,
    IReadOnlyList<UnitChildView> Children,
    int People,
    int PeopleBelow,
    DateOnly ActiveFrom,
    DateOnly? ActiveTo,
    bool Active,
    IReadOnlyList<UnitPeriodView> History,
    bool CanListPeople,
    bool CanReadAudit
);

public sealed record UnitChildView(Guid Id, string Code, string Name, string Kind, bool Active);

/// <param name="ParentName">Name of the parent today.</param>
public sealed record UnitPeriodView(
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Name,
    string Kind,
    string? ParentName
);

internal sealed class GetUnitHandler(
    IDatabase database,
    ICurrentUser user,
    EmployeeSelection selection,
    IUnitTree units,
    IInstitutionClock clock
) : IRequestHandler<GetUnit, Result<UnitView>>
{
    public async Task<Result<UnitView>> Handle(GetUnit request, CancellationToken cancellationToken)
    {
        var id = new UnitId(request.Id);
        var unit = user.ScopeOf(Permission.UnitsRead).Contains(id)
            ? await database
                .Set<Unit>()
                .AsNoTracking()
                .Include(unit => unit.Periods)
                .SingleOrDefaultAsync(unit => unit.Id == id, cancellationToken)
            : null;
        if (unit is null)
        {
            return UnitErrors.NotFound();
        }
        var tree = await units.ReadAsync(cancellationToken);
        var today = await clock.TodayAsync(cancellationToken);
        var below = tree.WithDescendants([id]).Select(value => new UnitId(value)).ToArray();
        var people = database.Set<Employee>().ActiveOn(today);
        return new UnitView(
            request.Id,
            unit.Code,
            unit.Name,
            unit.Kind,
            [
                .. tree.PathTo(id)
                    .Select(step => new UnitStepView(
                        step.Id.Value,
                        step.Code,
                        step.Name,
                        user.ScopeOf(Permission.UnitsRead).Contains(step.Id)
                    )),
            ],
            await LeaderAsync(unit, cancellationToken),
            [
                .. tree.ChildrenOf(id)
                    .Select(child => new UnitChildView(
                        child.Id.Value,
                        child.Code,
                        child.Name,
                        child.Kind,
                        child.Active
                    )),
            ],
            await people.CountAsync(employee => employee.UnitId == id, cancellationToken),
            await people.CountAsync(employee => below.Contains(employee.UnitId), cancellationToken),
            unit.ActiveFrom,
            unit.ActiveTo,
            unit.IsActiveOn(today),
            [
                .. unit
                    .Periods.OrderByDescending(period => period.ValidFrom)
                    .Select(period => new UnitPeriodView(
                        period.ValidFrom,
                        period.ValidTo,
                        period.Name,
                        period.Kind,
                        period.ParentId is { } parent ? tree.Find(parent)?.Name : null
                    )),
            ],
            user.ScopeOf(Permission.EmployeesRead).Contains(id),
            user.Has(Permission.AuditRead)
        );
    }

    private async Task<PersonView?> LeaderAsync(Unit unit, CancellationToken cancellationToken) =>
        unit.LeaderId is { } leader
            ? await database
                .Set<Employee>()
                .Where(employee => employee.Id == leader)
                .Select(employee => new PersonView(
                    employee.Id.Value,
                    employee.Name,
                    employee.Position,
                    selection.Visible().Any(seen => seen.Id == employee.Id)
                ))
                .SingleOrDefaultAsync(cancellationToken)
            : null;
}
