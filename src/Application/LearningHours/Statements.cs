using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Rules;
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
internal sealed class Statements(
    IDatabase database,
    ICurrentUser user,
    IStatementReader reader,
    IEmployeeDirectory employees,
    IReferenceData reference,
    IInstitutionClock clock,
    PastPeople past,
    ClosedYears closed,
    Forecasts forecasts,
    EntryRules entryRules,
    IAuditLog audit,
    TimeProvider time
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
        // What lies ahead is the state of now.
        var pastDay = asOf < time.GetUtcNow() ? await clock.DayOfAsync(asOf.Value, cancellationToken) : (DateOnly?)null;
        var today = pastDay ?? await clock.TodayAsync(cancellationToken);
        var wanted = year ?? today.Year;
        var read = await reader.ReadAsync(id, wanted, asOf, cancellationToken);
        if (read.Person is not { } person || !await MayReadAsync(person, cancellationToken))
            return LedgerErrors.EmployeeNotFound();
        var book = await reference.ReadAsync(cancellationToken);
        await NoteAsync("GetJpStatement", person, wanted, cancellationToken);
        // A year that is over is owed by who somebody was at its end, as its closing judges them.
        var day = wanted < today.Year ? new DateOnly(wanted, 12, 31) : pastDay;
        var shown = day is { } then ? await past.OnAsync(person, then, cancellationToken) : person;
        var closing = wanted < today.Year ? await closed.FindAsync(id, wanted, asOf, cancellationToken) : null;
        var target = TargetOf(book, shown, YearTarget.JudgedOn(wanted, today));
        return StatementBuilder.Build(
            shown,
            wanted,
            pastDay,
            closing,
            // What was owed stands with the result, whatever becomes of the person and the rules.
            closing?.Result
                is { } result
                ? target with
                {
                    MinimumJp = result.MinimumJp,
                    MaximumJp = result.MaximumJp,
                }
                : target,
            read.Entries,
            read.Years,
            book,
            await entryRules.ReadAsync(read.Entries.Select(row => row.RuleVersion), book, cancellationToken),
            pastDay is null && closing is null && MayReverse(person)
        );
    }

    /// <summary>Of the running year, as it stands now.</summary>
    public async Task<Result<JpForecast>> ForecastAsync(EmployeeId id, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var read = await reader.ReadAsync(id, today.Year, null, cancellationToken);
        if (read.Person is not { } person || !await MayReadAsync(person, cancellationToken))
            return LedgerErrors.EmployeeNotFound();
        var book = await reference.ReadAsync(cancellationToken);
        await NoteAsync("GetJpForecast", person, today.Year, cancellationToken);
        return await forecasts.MakeAsync(
            person,
            TargetOf(book, person, today),
            read.Entries.Sum(entry => entry.Jp),
            today,
            cancellationToken
        );
    }

    private static YearTarget TargetOf(ReferenceBook book, EmployeeCard person, DateOnly on) =>
        book.TargetOf(person.EmploymentType, on) is { } target
            ? new YearTarget(target.MinimumJp, target.MaximumJp, target.Citation ?? "", target.Confirmed)
            : YearTarget.None;

    /// <summary>A look at somebody else's hours is on record.</summary>
    private async Task NoteAsync(string action, EmployeeCard person, int year, CancellationToken cancellationToken)
    {
        if (user.EmployeeId == person.Id)
            return;
        audit.Record(action, "Employee", person.Id.Value, person.Name, new { Year = year });
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> MayReadAsync(EmployeeCard person, CancellationToken cancellationToken) =>
        user.EmployeeId == person.Id
        || user.ScopeOf(Permission.JpRead).Contains(person.UnitId)
        || (user.EmployeeId is { } self && await employees.IsSupervisorOfAsync(self, person.Id, cancellationToken));

    private bool MayReverse(EmployeeCard person) =>
        user.EmployeeId != person.Id && user.ScopeOf(Permission.JpReverse).Contains(person.UnitId);
}
