using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization.Queries;

/// <summary>A person's profile: one's own, of one's team, or in the units one may see. A look at another is logged.</summary>
[Requires(Permission.OwnProfile, Permission.EmployeesRead, Permission.TeamRead)]
public sealed record GetEmployee(Guid Id) : IQuery<EmployeeView>;

/// <param name="Number">Identity number in force.</param>
/// <param name="NumberKind">Code of its kind in the institution's settings.</param>
/// <param name="FormerNumbers">Numbers of earlier times, still searchable.</param>
/// <param name="Personal">Only for the person and for who keeps HR's data.</param>
/// <param name="UnitPath">From the root of the tree to the unit.</param>
/// <param name="ActiveTo">Last day in service.</param>
/// <param name="Subordinates">Active people who report directly to this person.</param>
/// <param name="IsSelf">The profile is that of who asks.</param>
/// <param name="CanReadJp">The JP statement may be opened.</param>
/// <param name="CanReadTrainings">The trainings and documents of the person may be opened.</param>
/// <param name="CanReadCertificates">The certificates of the person may be opened.</param>
/// <param name="CanReadAudit">The audit tab may be opened.</param>
/// <param name="CanMerge">The record may be merged with another one of the same person.</param>
public sealed record EmployeeView(
    Guid Id,
    string Name,
    string Number,
    string NumberKind,
    IReadOnlyList<FormerNumberView> FormerNumbers,
    EmploymentType EmploymentType,
    string Rank,
    string Position,
    string PositionFamily,
    string PositionLevel,
    Guid UnitId,
    IReadOnlyList<UnitStepView> UnitPath,
    PersonView? Supervisor,
    int Subordinates,
    string? Email,
    PersonalView? Personal,
    DateOnly ActiveFrom,
    DateOnly? ActiveTo,
    bool Active,
    Guid? MergedIntoId,
    bool IsSelf,
    bool CanReadJp,
    bool CanReadTrainings,
    bool CanReadCertificates,
    bool CanReadAudit,
    bool CanMerge
);

public sealed record FormerNumberView(string Number, string Kind, DateOnly? Since, DateOnly? Until);

/// <param name="CanOpen">The unit's page may be opened.</param>
public sealed record UnitStepView(Guid Id, string Code, string Name, bool CanOpen);

/// <param name="CanOpen">The person's page may be opened.</param>
public sealed record PersonView(Guid Id, string Name, string Position, bool CanOpen);

public sealed record PersonalView(Sex? Sex, DateOnly? BirthDate, string? Phone);

internal sealed class GetEmployeeHandler(
    IDatabase database,
    ICurrentUser user,
    EmployeeSelection selection,
    PersonGate gate,
    IUnitTree units,
    IInstitutionClock clock,
    IAuditLog audit
) : IRequestHandler<GetEmployee, Result<EmployeeView>>
{
    public async Task<Result<EmployeeView>> Handle(GetEmployee request, CancellationToken cancellationToken)
    {
        var id = new EmployeeId(request.Id);
        var employee = await selection
            .Visible()
            .Include(employee => employee.Numbers)
            .SingleOrDefaultAsync(employee => employee.Id == id, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.NotFound();
        }
        if (user.EmployeeId != id)
        {
            audit.Record(nameof(GetEmployee), nameof(Employee), request.Id, employee.Name);
            await database.SaveChangesAsync(cancellationToken);
        }
        return await ViewAsync(employee, cancellationToken);
    }

    private async Task<EmployeeView> ViewAsync(Employee employee, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var tree = await units.ReadAsync(cancellationToken);
        var self = user.EmployeeId == employee.Id;
        var keeps = user.ScopeOf(Permission.EmployeesImport).Contains(employee.UnitId);
        return new EmployeeView(
            employee.Id.Value,
            employee.Name,
            employee.Number,
            employee.NumberKind,
            [
                .. employee
                    .Numbers.Where(number => number.Until is not null)
                    .Select(number => new FormerNumberView(number.Number, number.Kind, number.Since, number.Until)),
            ],
            employee.EmploymentType,
            employee.Rank,
            employee.Position,
            employee.PositionFamily,
            employee.PositionLevel,
            employee.UnitId.Value,
            [
                .. tree.PathTo(employee.UnitId)
                    .Select(unit => new UnitStepView(
                        unit.Id.Value,
                        unit.Code,
                        unit.Name,
                        user.ScopeOf(Permission.UnitsRead).Contains(unit.Id)
                    )),
            ],
            await SupervisorAsync(employee, cancellationToken),
            await database
                .Set<Employee>()
                .ActiveOn(today)
                .CountAsync(other => other.SupervisorId == employee.Id, cancellationToken),
            employee.Email,
            self || keeps ? new PersonalView(employee.Sex, employee.BirthDate, employee.Phone) : null,
            employee.ActiveFrom,
            employee.ActiveTo,
            employee.IsActiveOn(today),
            employee.MergedIntoId?.Value,
            self,
            gate.Opens(employee, Permission.JpRead),
            gate.Opens(employee, Permission.ParticipantsRead),
            gate.Opens(employee, Permission.CertificatesRead),
            self || user.Has(Permission.AuditRead),
            keeps && employee.MergedIntoId is null
        );
    }

    private async Task<PersonView?> SupervisorAsync(Employee employee, CancellationToken cancellationToken) =>
        employee.SupervisorId is { } supervisor
            ? await database
                .Set<Employee>()
                .Where(other => other.Id == supervisor)
                .Select(other => new PersonView(
                    other.Id.Value,
                    other.Name,
                    other.Position,
                    selection.Visible().Any(seen => seen.Id == other.Id)
                ))
                .SingleOrDefaultAsync(cancellationToken)
            : null;
}
