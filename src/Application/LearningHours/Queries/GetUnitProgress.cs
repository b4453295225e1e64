using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>How far the units in one's scope are with this year's JP: in all, and unit by unit below the top.</summary>
[Requires(Permission.JpRead)]
public sealed record GetUnitProgress : IQuery<UnitProgressView>;

/// <param name="Running">Trainings under way in which people of these units sit, by their last day.</param>
public sealed record UnitProgressView(
    int Year,
    UnitProgress Total,
    IReadOnlyList<UnitProgressLine> Units,
    IReadOnlyList<RunningTraining> Running
);

/// <param name="People">Active people.</param>
/// <param name="WithTarget">Of these, those who owe a minimum.</param>
/// <param name="Met">Of these, those who have reached it.</param>
/// <param name="Forecast">Of these, those who have on 31 December, with the trainings in which they have a confirmed place.</param>
/// <param name="AverageJp">JP a person, everybody counted, one decimal.</param>
public sealed record UnitProgress(int People, int WithTarget, int Met, int Forecast, decimal AverageJp);

/// <param name="Progress">The unit and everything below it.</param>
public sealed record UnitProgressLine(Guid UnitId, string Code, string Name, UnitProgress Progress);

/// <param name="People">People of these units who have a place in it.</param>
public sealed record RunningTraining(Guid Id, string Title, DateOnly Start, DateOnly End, int People);

internal sealed class GetUnitProgressHandler(
    IDatabase database,
    ICurrentUser user,
    IUnitTree units,
    IReferenceData reference,
    ITrainingPlans plans,
    IInstitutionClock clock
) : IRequestHandler<GetUnitProgress, Result<UnitProgressView>>
{
    private const int MostTrainings = 5;

    public async Task<Result<UnitProgressView>> Handle(GetUnitProgress request, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(Permission.JpRead);
        var today = await clock.TodayAsync(cancellationToken);
        var tree = await units.ReadAsync(cancellationToken);
        var wanted = scope.Everything ? [] : scope.Units.ToArray();
        var sums = (await SumsAsync(wanted, today, cancellationToken)).ToDictionary(sum => sum.UnitId);
        var tops = tree.All.Where(unit => IsTop(tree, unit, scope)).ToList();
        // Somebody with one unit wants to see what is inside it.
        var shown = tops.Count == 1 ? tree.ChildrenOf(tops[0].Id).Where(unit => unit.Active) : tops;
        return new UnitProgressView(
            today.Year,
            Add(sums.Values),
            [
                .. shown
                    .Select(unit => new UnitProgressLine(
                        unit.Id.Value,
                        unit.Code,
                        unit.Name,
                        Below(tree, unit.Id, sums)
                    ))
                    .Where(line => line.Progress.People > 0)
                    .OrderBy(line => Share(line.Progress))
                    .ThenBy(line => line.Name, StringComparer.Ordinal),
            ],
            await RunningAsync(wanted, cancellationToken)
        );
    }

    private static bool IsTop(UnitTree tree, UnitNode unit, UnitScope scope) =>
        unit.Active
        && scope.Contains(unit.Id)
        && (unit.ParentId is not { } parent || tree.Find(parent) is null || !scope.Contains(parent));

    private static UnitProgress Below(UnitTree tree, UnitId unit, Dictionary<Guid, Sum> sums) =>
        Add(tree.WithDescendants(unit).Select(id => sums.GetValueOrDefault(id)).OfType<Sum>());

    private static UnitProgress Add(IEnumerable<Sum> sums)
    {
        var all = sums.ToList();
        var people = all.Sum(sum => sum.People);
        return new UnitProgress(
            people,
            all.Sum(sum => sum.Owing),
            all.Sum(sum => sum.Met),
            all.Sum(sum => sum.Forecast),
            people == 0 ? 0 : Math.Round((decimal)all.Sum(sum => sum.Jp) / people, 1)
        );
    }

    private static double Share(UnitProgress progress) =>
        progress.WithTarget == 0 ? 1 : (double)progress.Met / progress.WithTarget;

    /// <remarks>Hours are looked up for the people asked about: a unit of twenty must not pay for the year of millions.</remarks>
    private async Task<List<Sum>> SumsAsync(Guid[] wanted, DateOnly today, CancellationToken cancellationToken)
    {
        var book = await reference.ReadAsync(cancellationToken);
        var types = Enum.GetValues<EmploymentType>().Select(type => type.ToString().ToLowerInvariant()).ToArray();
        var least = types.Select(type => book.TargetOf(type, today).MinimumJp ?? 0).ToArray();
        var ahead = await plans.JpAheadAsync(today.Year, cancellationToken);
        Guid[] trainings = [.. ahead.Keys];
        int[] gives = [.. ahead.Values];
        string[] expecting = [.. ParticipantStates.Expecting.Select(state => state.ToString())];
        return await database
            .Database.SqlQuery<Sum>(
                $"""
                SELECT e.unit_id AS "UnitId", count(*)::int AS "People", (count(*) FILTER (WHERE t.least > 0))::int AS "Owing",
                       (count(*) FILTER (WHERE t.least > 0 AND j.jp >= t.least))::int AS "Met",
                       (count(*) FILTER (WHERE t.least > 0
                           AND coalesce(j.jp, 0) + coalesce(x.jp, 0) >= t.least))::int AS "Forecast",
                       coalesce(sum(j.jp), 0)::bigint AS "Jp"
                FROM employees e
                LEFT JOIN unnest({types}, {least}) AS t (type, least) ON t.type = lower(e.employment_type)
                LEFT JOIN (
                    SELECT r.person AS id, sum(l.jp) AS jp
                    FROM (SELECT id AS person, id FROM employees
                          WHERE merged_into_id IS NULL AND (cardinality({wanted}) = 0 OR unit_id = ANY ({wanted}))
                          UNION ALL
                          SELECT k.id, m.id FROM employees m JOIN employees k ON k.id = m.merged_into_id
                          WHERE cardinality({wanted}) = 0 OR k.unit_id = ANY ({wanted})) r
                    JOIN ledger_entries l ON l.employee_id = r.id AND l.year = {today.Year} GROUP BY 1) j ON j.id = e.id
                LEFT JOIN (
                    SELECT coalesce(o.merged_into_id, o.id) AS id, sum(g.jp) AS jp
                    FROM unnest({trainings}, {gives}) AS g (id, jp)
                    JOIN participants p ON p.training_id = g.id AND p.state = ANY ({expecting})
                    JOIN employees o ON o.id = p.employee_id GROUP BY 1) x ON x.id = e.id
                WHERE e.merged_into_id IS NULL AND (e.active_to IS NULL OR e.active_to >= {today})
                  AND (cardinality({wanted}) = 0 OR e.unit_id = ANY ({wanted}))
                GROUP BY e.unit_id
                """
            )
            .ToListAsync(cancellationToken);
    }

    private Task<List<RunningTraining>> RunningAsync(Guid[] wanted, CancellationToken cancellationToken) =>
        database
            .Database.SqlQuery<RunningTraining>(
                $"""
                SELECT t.id AS "Id", t.title AS "Title", t.starts_on AS "Start", t.ends_on AS "End", count(*)::int AS "People"
                FROM trainings t JOIN participants p ON p.training_id = t.id
                WHERE t.state = 'Running' AND p.employee_id IS NOT NULL AND p.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                  AND (cardinality({wanted}) = 0 OR p.unit_id = ANY ({wanted}))
                GROUP BY t.id ORDER BY t.ends_on, t.title LIMIT {MostTrainings}
                """
            )
            .ToListAsync(cancellationToken);

    private sealed record Sum(Guid UnitId, int People, int Owing, int Met, int Forecast, long Jp);
}
