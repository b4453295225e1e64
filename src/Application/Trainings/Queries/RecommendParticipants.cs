using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>
/// Whom the system would send: people of the target group who lack JP this year, the largest shortage first, with
/// the reason. Those already listed, gone, or in another training on these days are left out.
/// </summary>
[Requires(Permission.ParticipantsNominate, Permission.ParticipantsManage)]
public sealed record RecommendParticipants(Guid TrainingId, Guid? UnitId, PageRequest Page)
    : IQuery<Page<RecommendedPerson>>;

/// <param name="Jp">JP of the training's year so far.</param>
/// <param name="Target">JP to reach in that year.</param>
/// <param name="Shortage">What is missing.</param>
/// <param name="TargetGroup">The job family for which the training is meant; none when it is meant for everyone.</param>
public sealed record RecommendedPerson(
    Guid EmployeeId,
    string Name,
    string Number,
    string Unit,
    string Position,
    int Jp,
    int Target,
    int Shortage,
    string? TargetGroup
);

internal sealed class RecommendParticipantsHandler(
    IDatabase database,
    TrainingGate gate,
    IReferenceData reference,
    CandidateUnits units
) : IRequestHandler<RecommendParticipants, Result<Page<RecommendedPerson>>>
{
    public async Task<Result<Page<RecommendedPerson>>> Handle(RecommendParticipants request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return TrainingErrors.NotFound();
        var runs = gate.Runs(training);
        if (!runs && !training.IsPublished)
            return TrainingErrors.NotFound();
        var inUnits = await units.ReadAsync(runs, request.UnitId, ct);
        var (types, wanted) = MinimumHours.Of(await reference.ReadAsync(ct), training.Start);
        var families = training.TargetJobFamilies.Select(family => family.ToLowerInvariant()).ToArray();
        var rows = await database
            .Database.SqlQuery<Row>(
                $"""
                SELECT e.id AS "EmployeeId", e.name AS "Name", e.number AS "Number", u.name AS "Unit",
                       e.position AS "Position", e.position_family AS "Family", j.jp AS "Jp", t.target AS "Target",
                       count(*) OVER ()::int AS "Total"
                FROM employees e
                JOIN units u ON u.id = e.unit_id
                JOIN unnest({types}, {wanted}) AS t (type, target) ON t.type = lower(e.employment_type)
                CROSS JOIN LATERAL (
                    SELECT coalesce(sum(l.jp), 0)::int AS jp FROM ledger_entries l
                    WHERE l.employee_id = ANY (ARRAY(SELECT m.id FROM employees m WHERE m.merged_into_id = e.id) || e.id) AND l.year = {training.Year}) j
                WHERE (e.active_to IS NULL OR e.active_to >= {training.Start}) AND e.merged_into_id IS NULL
                  AND j.jp < t.target
                  AND (cardinality({inUnits}) = 0 OR e.unit_id = ANY ({inUnits}))
                  AND (cardinality({families}) = 0 OR lower(e.position_family) = ANY ({families}))
                  AND NOT EXISTS (
                    SELECT FROM participants p WHERE p.employee_id = e.id
                      AND ((p.training_id = {training.Id.Value}
                            AND p.state NOT IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced'))
                        OR (p.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                            AND daterange(p.starts_on, p.ends_on, '[]')
                                && daterange({training.Start}, {training.End}, '[]'))))
                ORDER BY t.target - j.jp DESC, e.name, e.id
                LIMIT {request.Page.Size} OFFSET {request.Page.Skip}
                """
            )
            .ToListAsync(ct);
        return new Page<RecommendedPerson>(
            [
                .. rows.Select(row => new RecommendedPerson(
                    row.EmployeeId,
                    row.Name,
                    row.Number,
                    row.Unit,
                    row.Position,
                    row.Jp,
                    row.Target,
                    row.Target - row.Jp,
                    families.Length == 0 ? null : row.Family
                )),
            ],
            rows.Count > 0 ? rows[0].Total : 0,
            request.Page.Number,
            request.Page.Size
        );
    }

    private sealed record Row(
        Guid EmployeeId,
        string Name,
        string Number,
        string Unit,
        string Position,
        string Family,
        int Jp,
        int Target,
        int Total
    );
}
