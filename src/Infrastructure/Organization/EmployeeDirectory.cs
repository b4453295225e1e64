using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Units;

namespace Pionir.Infrastructure.Organization;

internal sealed class EmployeeDirectory(IDatabase database, IInstitutionClock clock) : IEmployeeDirectory
{
    public async Task<IReadOnlyDictionary<string, EmployeeCard>> FindByNumbersAsync(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellationToken
    )
    {
        var asked = numbers.Distinct().ToArray();
        var owners = await database
            .Set<EmployeeNumber>()
            .AsNoTracking()
            .Where(number => asked.Contains(number.Number))
            .Select(number => new { number.Number, number.EmployeeId })
            .ToListAsync(cancellationToken);
        var cards = await FindAsync([.. owners.Select(owner => owner.EmployeeId)], cancellationToken);
        return owners.ToDictionary(owner => owner.Number, owner => cards[owner.EmployeeId]);
    }

    public async Task<IReadOnlyDictionary<EmployeeId, EmployeeCard>> FindAsync(
        IReadOnlyCollection<EmployeeId> ids,
        CancellationToken cancellationToken
    )
    {
        var asked = ids.Distinct().ToArray();
        var cards = await CardsAsync(
            database.Set<Employee>().Where(employee => asked.Contains(employee.Id)),
            cancellationToken
        );
        return cards.ToDictionary(card => card.Id);
    }

    public async Task<IReadOnlyList<EmployeeCard>> ActiveInAsync(
        IReadOnlyCollection<UnitId> units,
        CancellationToken cancellationToken
    )
    {
        var asked = units.Distinct().ToArray();
        var today = await clock.TodayAsync(cancellationToken);
        return await CardsAsync(
            database.Set<Employee>().ActiveOn(today).Where(employee => asked.Contains(employee.UnitId)),
            cancellationToken
        );
    }

    public async Task<ReportingLine?> LineOfAsync(EmployeeId id, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var person = await database
            .Set<Employee>()
            .AsNoTracking()
            .Where(employee => employee.Id == id)
            .Select(employee => new
            {
                employee.UnitId,
                employee.SupervisorId,
                employee.ActiveTo,
                employee.MergedIntoId,
                Supervises = database.Set<Employee>().ActiveOn(today).Any(other => other.SupervisorId == id),
                Leads = database
                    .Set<Unit>()
                    .Where(unit => unit.LeaderId == id && (unit.ActiveTo == null || unit.ActiveTo >= today))
                    .Select(unit => unit.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return person is null
            ? null
            : new ReportingLine(
                person.UnitId,
                person.SupervisorId,
                person.Supervises,
                person.Leads,
                person.MergedIntoId is null && (person.ActiveTo is null || person.ActiveTo >= today)
            );
    }

    public Task<bool> IsSupervisorOfAsync(
        EmployeeId supervisor,
        EmployeeId employee,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<Employee>()
            .AnyAsync(found => found.Id == employee && found.SupervisorId == supervisor, cancellationToken);

    private async Task<List<EmployeeCard>> CardsAsync(
        IQueryable<Employee> employees,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        return await employees
            .AsNoTracking()
            .Join(
                database.Set<Unit>(),
                employee => employee.UnitId,
                unit => unit.Id,
                (employee, unit) =>
                    new EmployeeCard(
                        employee.Id,
                        employee.Number,
                        employee.NumberKind,
                        employee.Name,
                        Code(employee.EmploymentType),
                        employee.Position,
                        employee.PositionFamily,
                        employee.PositionLevel,
                        employee.Rank,
                        employee.UnitId,
                        unit.Code,
                        unit.Name,
                        employee.SupervisorId,
                        employee.Email,
                        employee.ActiveTo,
                        employee.MergedIntoId == null && (employee.ActiveTo == null || employee.ActiveTo >= today)
                    )
            )
            .ToListAsync(cancellationToken);
    }

    private static string Code(EmploymentType type) => type.ToString().ToLowerInvariant();
}
