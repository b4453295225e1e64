using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>
/// Whom one may put forward for a training, those who gain most first. Recommended is who belongs to the target group,
/// lacks JP and is free. A person is counted with all records that were merged into theirs.
/// </summary>
internal sealed class Candidates(
    IDatabase database,
    CandidateUnits units,
    IReferenceData reference,
    IInstitutionClock clock,
    IEmployeeSearch search
) : IApplicationPart
{
    public async Task<Page<Candidate>> FindAsync(
        Training training,
        CandidateSearch asked,
        PageRequest page,
        CancellationToken ct
    )
    {
        var inUnits = await units.ReadAsync(asked.Runs, asked.UnitId, ct);
        var judged = YearTarget.JudgedOn(training.JpYear, await clock.TodayAsync(ct));
        var (types, targets) = MinimumHours.Of(await reference.ReadAsync(ct), judged);
        var families = training.TargetJobFamilies.Select(family => family.ToLowerInvariant()).ToArray();
        var meant = await MeantAsync(asked.Q, inUnits, ct);
        var rows = await database
            .Database.SqlQuery<Candidate>(
                $"""
                WITH people AS (
                    SELECT e.id, e.name, e.number, e.unit_id, e.position, e.position_family, coalesce(t.target, 0) AS target,
                           j.jp, p.state, c.title AS clash,
                           cardinality({families}) = 0 OR lower(e.position_family) = ANY ({families}) AS fits,
                           coalesce(p.state, 'Rejected') IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced') AS free
                    FROM employees e
                    LEFT JOIN unnest({types}, {targets}) AS t (type, target) ON t.type = lower(e.employment_type)
                    CROSS JOIN LATERAL (
                        SELECT array_append(array_agg(m.id), e.id) AS ids FROM employees m WHERE m.merged_into_id = e.id) r
                    CROSS JOIN LATERAL (
                        SELECT coalesce(sum(l.jp), 0)::int AS jp FROM ledger_entries l
                        WHERE l.employee_id = ANY (r.ids) AND l.year = {training.JpYear}) j
                    LEFT JOIN LATERAL (
                        SELECT x.state FROM participants x
                        WHERE x.training_id = {training.Id.Value} AND x.employee_id = ANY (r.ids)
                        ORDER BY x.state IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced') LIMIT 1) p ON true
                    LEFT JOIN LATERAL (
                        SELECT o.title FROM participants x JOIN trainings o ON o.id = x.training_id
                        WHERE x.employee_id = ANY (r.ids) AND x.training_id <> {training.Id.Value}
                          AND x.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                          AND daterange(x.starts_on, x.ends_on, '[]')
                              && daterange({training.Start}, {training.End}, '[]')
                        ORDER BY x.starts_on LIMIT 1) c ON true
                    WHERE e.active_from <= {training.Start} AND (e.active_to IS NULL OR e.active_to >= {training.Start})
                      AND e.merged_into_id IS NULL
                      AND (cardinality({inUnits}) = 0 OR e.unit_id = ANY ({inUnits}))
                      AND ({meant is null} OR e.id = ANY ({meant ?? []}))
                ),
                judged AS (
                    SELECT *, greatest(target - jp, 0) AS shortage,
                           free AND clash IS NULL AND fits AND jp < target AS recommended
                    FROM people
                )
                SELECT j.id AS "EmployeeId", j.name AS "Name", j.number AS "Number", u.name AS "Unit",
                       j.unit_id AS "UnitId", j.position AS "Position", j.position_family AS "Family", j.jp AS "Jp",
                       j.target AS "Target", j.shortage AS "Shortage", j.fits AS "Fits", j.recommended AS "Recommended",
                       j.state AS "State", j.clash AS "Clash", j.free AS "Free", count(*) OVER ()::int AS "Total"
                FROM judged j JOIN units u ON u.id = j.unit_id
                WHERE j.recommended OR NOT {asked.Recommended}
                ORDER BY j.recommended DESC, j.free AND j.clash IS NULL DESC, j.fits DESC, j.shortage DESC, j.name, j.id
                LIMIT {page.Size} OFFSET {page.Skip}
                """
            )
            .ToListAsync(ct);
        return new Page<Candidate>(rows, rows.Count > 0 ? rows[0].Total : 0, page.Number, page.Size);
    }

    /// <summary>Those of the units whom the words mean; null when nobody was asked for.</summary>
    private async Task<Guid[]?> MeantAsync(string? question, Guid[] inUnits, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(question))
            return null;
        var within = inUnits.Select(UnitId.From).ToArray();
        var among = database
            .Set<Employee>()
            .AsNoTracking()
            .Where(one => one.MergedIntoId == null && (within.Length == 0 || within.Contains(one.UnitId)));
        var found = await search.FindAsync(among, question, EmployeeSearch.Most, ct);
        return [.. (await found.People.Select(one => one.Id).ToListAsync(ct)).Select(id => id.Value)];
    }
}

/// <param name="Runs">Asked by who runs the training, who may send anybody.</param>
/// <param name="UnitId">Of this unit and everything below it.</param>
/// <param name="Q">Parts of the name, tolerant of typing errors, or the beginning or end of the number.</param>
internal sealed record CandidateSearch(bool Runs, Guid? UnitId, bool Recommended, string? Q = null);

/// <param name="Target">JP to reach in the year; 0 for those to whom no minimum applies.</param>
/// <param name="Fits">The training is meant for the person's job family, or for everyone.</param>
/// <param name="State">Where the person stands on the list of this training.</param>
/// <param name="Clash">Another training of these days in which the person has a place.</param>
/// <param name="Free">Not on the list, or gone from it.</param>
internal sealed record Candidate(
    Guid EmployeeId,
    string Name,
    string Number,
    string Unit,
    Guid UnitId,
    string Position,
    string Family,
    int Jp,
    int Target,
    int Shortage,
    bool Fits,
    bool Recommended,
    string? State,
    string? Clash,
    bool Free,
    int Total
);
