using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours;

/// <summary>
/// Makes the statement of one person and year. Own statements are open to everybody; those of others to their
/// superior and to who may read JP in their unit, and each such look is logged.
/// </summary>
public sealed class Statements(
    IDatabase database,
    ICurrentUser user,
    IStatementReader reader,
    IEmployeeDirectory employees,
    IReferenceData reference,
    IInstitutionClock clock,
    IAuditLog audit
) : IApplicationPart
{
    public const int YearMinimum = 1990;
    public const int YearMaximum = 2100;

    public async Task<Result<JpStatement>> ReadAsync(
        EmployeeId id,
        int? year,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        var people = await employees.FindAsync([id], cancellationToken);
        if (!people.TryGetValue(id, out var person) || !await MayReadAsync(person, cancellationToken))
            return LedgerErrors.EmployeeNotFound();

        var today = await clock.TodayAsync(cancellationToken);
        var wanted = year ?? today.Year;
        var read = await reader.ReadAsync(id, wanted, asOf, cancellationToken);
        var book = await reference.ReadAsync(cancellationToken);
        if (user.EmployeeId != id)
        {
            audit.Record("GetJpStatement", "Employee", id.Value, person.Name, new { Year = wanted });
            await database.SaveChangesAsync(cancellationToken);
        }
        // A year is judged by the rule of its end; the running one by today's.
        var judged = wanted == today.Year ? today : new DateOnly(wanted, 12, 31);
        return StatementBuilder.Build(
            person,
            wanted,
            TargetOf(book, person, judged),
            read.Entries,
            read.Years,
            book,
            MayReverse(person)
        );
    }

    private static YearTarget TargetOf(ReferenceBook book, EmployeeCard person, DateOnly on) =>
        book.TargetOf(person.EmploymentType, on) is { } target
            ? new YearTarget(target.MinimumJp, target.MaximumJp, target.Citation ?? "", target.Confirmed)
            : YearTarget.None;

    private async Task<bool> MayReadAsync(EmployeeCard person, CancellationToken cancellationToken) =>
        user.EmployeeId == person.Id
        || user.ScopeOf(Permission.JpRead).Contains(person.UnitId)
        || (user.EmployeeId is { } self && await employees.IsSupervisorOfAsync(self, person.Id, cancellationToken));

    private bool MayReverse(EmployeeCard person) =>
        user.EmployeeId != person.Id && user.ScopeOf(Permission.JpReverse).Contains(person.UnitId);
}
