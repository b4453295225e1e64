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

/// <summary>Unit and position of a person by days, newest first, with those of records merged into it.</summary>
[Requires(Permission.OwnProfile, Permission.EmployeesRead, Permission.TeamRead)]
public sealed record GetEmployeeHistory(Guid Id) : IQuery<IReadOnlyList<EmployeePeriodView>>;

/// <param name="ValidTo">Last day; empty while it lasts.</param>
/// <param name="UnitName">The name the unit had when the period began.</param>
/// <param name="Number">The number of that time.</param>
public sealed record EmployeePeriodView(
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Number,
    EmploymentType EmploymentType,
    string Rank,
    string Position,
    string PositionLevel,
    Guid UnitId,
    string UnitName,
    string? SupervisorName
);

internal sealed class GetEmployeeHistoryHandler(IDatabase database, PersonGate gate)
    : IRequestHandler<GetEmployeeHistory, Result<IReadOnlyList<EmployeePeriodView>>>
{
    public async Task<Result<IReadOnlyList<EmployeePeriodView>>> Handle(
        GetEmployeeHistory request,
        CancellationToken cancellationToken
    )
    {
        var person = await gate.OpenAsync(
            new EmployeeId(request.Id),
            Permission.EmployeesRead,
            nameof(GetEmployeeHistory),
            cancellationToken
        );
        if (person is null)
        {
            return EmployeeErrors.NotFound();
        }
        var records = person.Ids;
        return await (
            from period in database.Set<EmployeePeriod>()
            where records.Contains(period.EmployeeId)
            orderby period.ValidFrom descending
            select new EmployeePeriodView(
                period.ValidFrom,
                period.ValidTo,
                period.Number,
                period.EmploymentType,
                period.Rank,
                period.Position,
                period.PositionLevel,
                period.UnitId.Value,
                database
                    .Set<UnitPeriod>()
                    .Where(unit => unit.UnitId == period.UnitId && unit.ValidFrom <= period.ValidFrom)
                    .OrderByDescending(unit => unit.ValidFrom)
                    .Select(unit => unit.Name)
                    .FirstOrDefault()
                    ?? database.Set<Unit>().Where(unit => unit.Id == period.UnitId).Select(unit => unit.Name).First(),
                database
                    .Set<Employee>()
                    .Where(other => other.Id == period.SupervisorId)
                    .Select(other => other.Name)
                    .FirstOrDefault()
            )
        ).ToListAsync(cancellationToken);
    }
}
