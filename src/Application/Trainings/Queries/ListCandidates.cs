using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>
/// Everybody whom I may put forward for a training, those who gain most first: of the target group, then by JP still
/// missing. Who is on the list already, or sits in another training on these days, stands at the end and says so.
/// </summary>
/// <param name="UnitId">Of this unit and everything below it.</param>
/// <param name="Recommended">Only those of the target group who lack JP and are free.</param>
/// <param name="Q">Part of the name, or the beginning of the number.</param>
[Requires(Permission.ParticipantsNominate)]
public sealed record ListCandidates(Guid TrainingId, Guid? UnitId, bool Recommended, string? Q, PageRequest Page)
    : IQuery<Page<CandidateRow>>;

internal sealed class ListCandidatesValidator : AbstractValidator<ListCandidates>
{
    private const int TextMaximum = 200;

    public ListCandidatesValidator() => RuleFor(request => request.Q).MaximumLength(TextMaximum);
}

/// <param name="Jp">JP of the training's year so far.</param>
/// <param name="TargetJp">JP to reach in that year; none for those to whom no minimum applies.</param>
/// <param name="Shortage">What is missing.</param>
/// <param name="InTargetGroup">The training is meant for the person's job family, or for everyone.</param>
/// <param name="Recommended">Of the target group, lacks JP, is free.</param>
/// <param name="Listed">Where the person stands on the list of this training.</param>
/// <param name="OverlapsWith">Another training of these days in which the person has a place.</param>
/// <param name="CanNominate">Not on the list, or gone from it.</param>
/// <param name="Room">What the person's unit may put forward, and has; none when no quota binds it.</param>
public sealed record CandidateRow(
    Guid EmployeeId,
    string Name,
    string Number,
    string Unit,
    string Position,
    int Jp,
    int? TargetJp,
    int Shortage,
    bool InTargetGroup,
    bool Recommended,
    ParticipantState? Listed,
    string? OverlapsWith,
    bool CanNominate,
    UnitRoom? Room
);

internal sealed class ListCandidatesHandler(
    IDatabase database,
    TrainingGate gate,
    CandidateUnits units,
    IReferenceData reference,
    UnitPlaces places
) : IRequestHandler<ListCandidates, Result<Page<CandidateRow>>>
{
    public async Task<Result<Page<CandidateRow>>> Handle(ListCandidates request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return TrainingErrors.NotFound();
        var runs = gate.Runs(training);
        if (!runs && !training.IsPublished)
            return TrainingErrors.NotFound();
        var inUnits = await units.ReadAsync(runs, request.UnitId, ct);
        var (types, targets) = MinimumHours.Of(await reference.ReadAsync(ct), training.Start);
        var families = training.TargetJobFamilies.Select(family => family.ToLowerInvariant()).ToArray();
        var q = request.Q?.Replace('\0', ' ').Trim().ToLowerInvariant() ?? "";
        var rows = await database
            .Database.SqlQuery<Row>(
                $"""
                WITH people AS (
                    SELECT e.id, e.name, e.number, e.unit_id, e.position, coalesce(t.target, 0) AS target, p.state,
                           coalesce((SELECT sum(l.jp) FROM ledger_entries l
                                     WHERE l.employee_id = e.id AND l.year = {training.Year}), 0)::int AS jp,
                           cardinality({families}) = 0 OR lower(e.position_family) = ANY ({families}) AS fits,
                           coalesce(p.state, 'Rejected') IN ('Rejected', 'Declined', 'Withdrawn', 'Replaced') AS free,
                           (SELECT o.title FROM participants x JOIN trainings o ON o.id = x.training_id
                            WHERE x.employee_id = e.id AND x.training_id <> {training.Id.Value}
                              AND x.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                              AND daterange(x.starts_on, x.ends_on, '[]')
                                  && daterange({training.Start}, {training.End}, '[]') LIMIT 1) AS clash
                    FROM employees e
                    LEFT JOIN unnest({types}, {targets}) AS t (type, target) ON t.type = lower(e.employment_type)
                    LEFT JOIN participants p ON p.training_id = {training.Id.Value} AND p.employee_id = e.id
                    WHERE (e.active_to IS NULL OR e.active_to >= {training.Start}) AND e.merged_into_id IS NULL
                      AND (cardinality({inUnits}) = 0 OR e.unit_id = ANY ({inUnits}))
                      AND ({q} = '' OR strpos(lower(e.name), {q}) > 0 OR starts_with(e.number, {q}))
                ),
                judged AS (
                    SELECT *, greatest(target - jp, 0) AS shortage,
                           free AND clash IS NULL AND fits AND jp < target AS recommended
                    FROM people
                )
                SELECT j.id AS "EmployeeId", j.name AS "Name", j.number AS "Number", u.name AS "Unit",
                       j.unit_id AS "UnitId", j.position AS "Position", j.jp AS "Jp", j.target AS "Target",
                       j.shortage AS "Shortage", j.fits AS "Fits", j.recommended AS "Recommended",
                       j.state AS "State", j.clash AS "Clash", j.free AS "Free", count(*) OVER ()::int AS "Total"
                FROM judged j JOIN units u ON u.id = j.unit_id
                WHERE j.recommended OR NOT {request.Recommended}
                ORDER BY j.recommended DESC, j.free AND j.clash IS NULL DESC, j.fits DESC, j.shortage DESC, j.name, j.id
                LIMIT {request.Page.Size} OFFSET {request.Page.Skip}
                """
            )
            .ToListAsync(ct);
        var rooms = await places.ReadAsync(training.Id, ct);
        return new Page<CandidateRow>(
            [.. rows.Select(row => row.ToCandidate(rooms.RoomOf(UnitId.From(row.UnitId))))],
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
        Guid UnitId,
        string Position,
        int Jp,
        int Target,
        int Shortage,
        bool Fits,
        bool Recommended,
        string? State,
        string? Clash,
        bool Free,
        int Total
    )
    {
        public CandidateRow ToCandidate(UnitRoom? room) =>
            new(
                EmployeeId,
                Name,
                Number,
                Unit,
                Position,
                Jp,
                Target == 0 ? null : Target,
                Shortage,
                Fits,
                Recommended,
                State is null ? null : Enum.Parse<ParticipantState>(State),
                Clash,
                Free,
                room
            );
    }
}
