using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The people who report directly to me, with their JP of this year; who lacks most comes first.</summary>
[Requires(Permission.TeamRead)]
public sealed record ListTeamProgress : IQuery<IReadOnlyList<TeamMemberProgress>>;

/// <param name="Counted">What counts toward the target, in JP.</param>
/// <param name="Goal">Full length of the bar; null without a target.</param>
/// <param name="Shortfall">JP still owed this year.</param>
/// <param name="Forecast">What counts on 31 December, with the trainings in which they have a confirmed place.</param>
public sealed record TeamMemberProgress(
    Guid EmployeeId,
    string Name,
    string Position,
    int Counted,
    int? Goal,
    int Shortfall,
    int Forecast
);

internal sealed class ListTeamProgressHandler(
    IDatabase database,
    ICurrentUser user,
    IReferenceData reference,
    ITrainingPlans plans,
    IInstitutionClock clock
) : IRequestHandler<ListTeamProgress, Result<IReadOnlyList<TeamMemberProgress>>>
{
    private const int Most = 200;

    public async Task<Result<IReadOnlyList<TeamMemberProgress>>> Handle(
        ListTeamProgress request,
        CancellationToken cancellationToken
    )
    {
        if (user.EmployeeId is not { } me)
            return Array.Empty<TeamMemberProgress>();
        var today = await clock.TodayAsync(cancellationToken);
        var book = await reference.ReadAsync(cancellationToken);
        var rows = await database
            .Database.SqlQuery<Row>(
                $"""
                SELECT e.id AS "Id", e.name AS "Name", e.position AS "Position", e.employment_type AS "Type",
                       coalesce((SELECT sum(l.jp) FROM ledger_entries l
                        WHERE l.employee_id = ANY (ARRAY(SELECT m.id FROM employees m WHERE m.merged_into_id = e.id) || e.id)
                          AND l.year = {today.Year}), 0)::int AS "Jp"
                FROM employees e
                WHERE e.supervisor_id = {me.Value} AND e.merged_into_id IS NULL
                  AND (e.active_to IS NULL OR e.active_to >= {today})
                ORDER BY e.name LIMIT {Most}
                """
            )
            .ToListAsync(cancellationToken);
        var expected = await plans.ExpectedAsync(rows.ConvertAll(row => row.Id), today.Year, cancellationToken);
        return rows.ConvertAll(row => ToMember(row, book, today, expected.GetValueOrDefault(row.Id)))
            .OrderByDescending(member => member.Shortfall)
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .ToList();
    }

    private static TeamMemberProgress ToMember(Row row, ReferenceBook book, DateOnly today, int expected)
    {
        var target = book.TargetOf(row.Type, today);
        var achieved = target.Measure(row.Jp);
        return new TeamMemberProgress(
            row.Id,
            row.Name,
            row.Position,
            achieved.Counted,
            achieved.Goal,
            achieved.Shortfall,
            target.Measure(row.Jp + expected).Counted
        );
    }

    private sealed record Row(Guid Id, string Name, string Position, string Type, int Jp);
}
