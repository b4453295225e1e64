using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization.Queries;

/// <summary>The organisation tree, parents before their children: what every choice of a unit is made from.</summary>
/// <param name="WithPeople">Counts the active people of each unit.</param>
/// <param name="All">Dissolved units too; without it only those that something active still lies below.</param>
[Requires(Permission.UnitsRead, Permission.CatalogueRead)]
public sealed record ListUnits(bool WithPeople, bool All) : IQuery<IReadOnlyList<UnitListItem>>;

/// <param name="Kind">The institution's word for the level, such as <c>echelon2</c>.</param>
/// <param name="Depth">0 for a root.</param>
/// <param name="LeaderName">The head, derived from HR's data.</param>
/// <param name="People">Active people of the unit itself; empty unless asked for.</param>
/// <param name="PeopleBelow">Those and everybody's below it.</param>
/// <param name="CanOpen">The unit's page may be opened.</param>
public sealed record UnitListItem(
    Guid Id,
    string Code,
    string Name,
    string Kind,
    Guid? ParentId,
    int Depth,
    Guid? LeaderId,
    string? LeaderName,
    int? People,
    int? PeopleBelow,
    bool Active,
    bool CanOpen
);

internal sealed class ListUnitsHandler(IDatabase database, ICurrentUser user, IUnitTree units, IInstitutionClock clock)
    : IRequestHandler<ListUnits, Result<IReadOnlyList<UnitListItem>>>
{
    public async Task<Result<IReadOnlyList<UnitListItem>>> Handle(
        ListUnits request,
        CancellationToken cancellationToken
    )
    {
        var tree = await units.ReadAsync(cancellationToken);
        var leaders = await LeadersAsync(tree, cancellationToken);
        var people = request.WithPeople ? await PeopleAsync(cancellationToken) : null;
        var scope = user.ScopeOf(Permission.UnitsRead);
        var items = new List<UnitListItem>();
        foreach (var root in tree.Roots)
        {
            Add(root);
        }
        return items;

        int Add(UnitNode unit)
        {
            var at = items.Count;
            var own = people?.GetValueOrDefault(unit.Id) ?? 0;
            items.Add(null!);
            var below = own + tree.ChildrenOf(unit.Id).Sum(Add);
            items[at] = new UnitListItem(
                unit.Id.Value,
                unit.Code,
                unit.Name,
                unit.Kind,
                unit.ParentId?.Value,
                unit.Depth,
                unit.LeaderId?.Value,
                unit.LeaderId is { } leader ? leaders.GetValueOrDefault(leader) : null,
                people is null ? null : own,
                people is null ? null : below,
                unit.Active,
                scope.Contains(unit.Id)
            );
            if (!unit.Active && !request.All && items.Count == at + 1)
            {
                items.RemoveAt(at);
            }
            return below;
        }
    }

    private async Task<Dictionary<EmployeeId, string>> LeadersAsync(UnitTree tree, CancellationToken cancellationToken)
    {
        var ids = tree.All.Where(unit => unit.LeaderId is not null).Select(unit => unit.LeaderId!.Value).ToArray();
        return await database
            .Set<Employee>()
            .Where(employee => ids.Contains(employee.Id))
            .ToDictionaryAsync(employee => employee.Id, employee => employee.Name, cancellationToken);
    }

    private async Task<Dictionary<UnitId, int>> PeopleAsync(CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        return await database
            .Set<Employee>()
            .ActiveOn(today)
            .GroupBy(employee => employee.UnitId)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
    }
}
