using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.LearningHours;

/// <summary>
/// Somebody as HR's record says they were on a day: a statement of last year names last year's unit. Who had left by
/// then is as they left, which is also how a closing judges them.
/// </summary>
internal sealed class PastPeople(IDatabase database) : IApplicationPart
{
    public async Task<EmployeeCard> OnAsync(EmployeeCard person, DateOnly day, CancellationToken cancellationToken)
    {
        var was = await database
            .Set<Employee>()
            .AsNoTracking()
            .Where(employee => employee.Id == person.Id)
            .SelectMany(employee => employee.Periods)
            .Where(period => period.ValidFrom <= day)
            .OrderByDescending(period => period.ValidFrom)
            .FirstOrDefaultAsync(cancellationToken);
        if (was is null)
            return person;
        var unit = await database
            .Set<Unit>()
            .AsNoTracking()
            .Where(one => one.Id == was.UnitId)
            .Select(one => new
            {
                one.Code,
                Name = one.Periods.Where(period =>
                        period.ValidFrom <= day && (period.ValidTo == null || period.ValidTo >= day)
                    )
                    .OrderByDescending(period => period.ValidFrom)
                    .Select(period => period.Name)
                    .FirstOrDefault()
                    ?? one.Name,
            })
            .SingleAsync(cancellationToken);
        return person with
        {
            Number = was.Number,
            NumberKind = await KindAsync(person, was.Number, cancellationToken),
            EmploymentType = was.EmploymentType.ToString().ToLowerInvariant(),
            Rank = was.Rank,
            Position = was.Position,
            PositionFamily = was.PositionFamily,
            PositionLevel = was.PositionLevel,
            UnitId = was.UnitId,
            UnitCode = unit.Code,
            UnitName = unit.Name,
        };
    }

    private async Task<string> KindAsync(EmployeeCard person, string number, CancellationToken cancellationToken) =>
        number == person.Number
            ? person.NumberKind
            : await database
                .Set<EmployeeNumber>()
                .Where(known => known.Number == number && known.EmployeeId == person.Id)
                .Select(known => known.Kind)
                .FirstOrDefaultAsync(cancellationToken)
                ?? person.NumberKind;
}
