using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>
/// Participations of a merged record become the kept one's. Where the person is on the same training twice, or in two
/// at once, the old one stays under its record: still open it is withdrawn, so that its place is free; concluded it is
/// history, which a person's page reads over all records.
/// </summary>
internal sealed class ParticipationsFollowMergedPeople(
    IDatabase database,
    IEmployeeDirectory employees,
    IAuditLog audit,
    TimeProvider time
) : INotificationHandler<Happened<EmployeesMerged>>
{
    private const string Twice = "Orang yang sama sudah tercatat; data pegawainya digabungkan.";

    public async Task Handle(Happened<EmployeesMerged> notification, CancellationToken cancellationToken)
    {
        var merged = notification.Event;
        var all = await database
            .Set<Participant>()
            .Where(one => one.EmployeeId == merged.KeptId || one.EmployeeId == merged.MergedId)
            .ToListAsync(cancellationToken);
        var kept = all.FindAll(one => one.EmployeeId == merged.KeptId);
        foreach (var old in all.Where(one => one.EmployeeId == merged.MergedId))
        {
            if (!kept.Exists(one => IsInTheWay(one, old)))
            {
                old.FollowPerson(merged.KeptId);
            }
            else if (old.State != ParticipantState.Attended && kept.Exists(one => Replaces(one, old)))
            {
                old.WithdrawAsDuplicate(Twice, time.GetUtcNow());
            }
        }
        await RepointAsync(merged, cancellationToken);
    }

    private static bool IsInTheWay(Participant kept, Participant old) =>
        kept.TrainingId == old.TrainingId || (old.State.HasSeat() && Overlap(kept, old));

    /// <summary>A nomination that had gone is no reason to take the other one away.</summary>
    private static bool Replaces(Participant kept, Participant old) =>
        (kept.TrainingId == old.TrainingId && !kept.State.IsGone()) || Overlap(kept, old);

    private static bool Overlap(Participant kept, Participant old) =>
        kept.State.HasSeat() && kept.StartsOn <= old.EndsOn && old.StartsOn <= kept.EndsOn;

    /// <summary>Superiors who have to decide, instructors, coaches, calendars: plain references without a rule.</summary>
    private async Task RepointAsync(EmployeesMerged merged, CancellationToken cancellationToken)
    {
        var (kept, old) = (merged.KeptId.Value, merged.MergedId.Value);
        var moved = await database
            .Database.SqlQuery<Moved>(
                $"""
                WITH a AS (UPDATE session_instructors SET employee_id = {kept} WHERE employee_id = {old} RETURNING 1),
                     b AS (UPDATE coaching_agreements SET coach_employee_id = {kept} WHERE coach_employee_id = {old}
                           RETURNING 1),
                     c AS (UPDATE calendar_feeds SET employee_id = {kept} WHERE employee_id = {old} RETURNING 1),
                     d AS (UPDATE participants SET supervisor_id = {kept}
                           WHERE supervisor_id = {old} AND state = 'Nominated' RETURNING 1)
                SELECT (SELECT count(*) FROM a)::int AS "Lessons", (SELECT count(*) FROM b)::int AS "Coachings",
                       (SELECT count(*) FROM c)::int AS "Calendars", (SELECT count(*) FROM d)::int AS "Nominations"
                """
            )
            .ToListAsync(cancellationToken);
        if (moved[0] != new Moved(0, 0, 0, 0))
        {
            var card = (await employees.FindAsync([merged.MergedId], cancellationToken))[merged.MergedId];
            audit.Record("MergeEmployees", nameof(Employee), old, card.Name, moved[0]);
        }
    }

    /// <summary>How many of each now name the kept record.</summary>
    private sealed record Moved(int Lessons, int Coachings, int Calendars, int Nominations);
}
