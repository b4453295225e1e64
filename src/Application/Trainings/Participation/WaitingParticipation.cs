using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What waits around participants: my answers, my unit's candidates, people to invite, results to fix.</summary>
internal sealed class WaitingParticipation(IDatabase database, CompletionGaps gaps, TimeProvider time)
    : IWaitingItemsSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        List<WaitingItem> items = [.. await InvitationsAsync(user, cancellationToken)];
        if (await NominationsAsync(user, cancellationToken) is { } nominations)
            items.Add(nominations);
        if (user.Has(Permission.ParticipantsManage))
        {
            items.AddRange(await RegisteredAsync(user, cancellationToken));
            items.AddRange(await ToInviteAsync(user, cancellationToken));
        }
        if (user.Has(Permission.TrainingsRun))
            items.AddRange(await ToCompleteAsync(user, cancellationToken));
        return items;
    }

    private async Task<IReadOnlyList<WaitingItem>> InvitationsAsync(ICurrentUser user, CancellationToken ct)
    {
        var me = user.EmployeeId;
        if (me is null)
            return [];
        var asked = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.EmployeeId == me && one.State == ParticipantState.Invited)
            .Join(
                database.Set<Training>(),
                one => one.TrainingId,
                training => training.Id,
                (one, training) => new { training.Title, one.StateSince }
            )
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. asked.Select(one => new WaitingItem(
                "participant.answer_waits",
                new Dictionary<string, object?> { ["title"] = one.Title },
                "/catalogue/mine",
                one.StateSince
            )),
        ];
    }

    private async Task<WaitingItem?> NominationsAsync(ICurrentUser user, CancellationToken ct)
    {
        if (!user.Has(Permission.ParticipantsDecide) && user.EmployeeId is null)
            return null;
        var waiting = ListNominationsHandler.Waiting(database, user);
        var me = user.UserId;
        var count = await waiting.CountAsync(one => one.NominatedBy != me, ct);
        return count == 0
            ? null
            : new WaitingItem(
                "participant.nominations_wait",
                new Dictionary<string, object?>(),
                "/nominations",
                await waiting.MinAsync(one => one.NominatedAt, ct),
                count
            );
    }

    /// <summary>People from outside who proved their address and wait for the officer.</summary>
    private async Task<IReadOnlyList<WaitingItem>> RegisteredAsync(ICurrentUser user, CancellationToken ct)
    {
        var waiting = await Mine(user, Permission.ParticipantsManage)
            .Where(training => training.State == TrainingState.Open || training.State == TrainingState.Running)
            .Join(
                database
                    .Set<Participant>()
                    .Where(one => one.EmployeeId == null && one.State == ParticipantState.Nominated),
                training => training.Id,
                one => one.TrainingId,
                (training, one) =>
                    new
                    {
                        training.Id,
                        training.Title,
                        one.StateSince,
                    }
            )
            .GroupBy(row => new { row.Id, row.Title })
            .Select(group => new
            {
                group.Key.Id,
                group.Key.Title,
                Count = group.Count(),
                Since = group.Min(row => row.StateSince),
            })
            .OrderBy(row => row.Since)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. waiting.Select(row => new WaitingItem(
                "participant.registrations_wait",
                new Dictionary<string, object?> { ["title"] = row.Title },
                $"/trainings/{row.Id.Value}?tab=participants&p.state=nominated",
                row.Since,
                row.Count
            )),
        ];
    }

    private async Task<IReadOnlyList<WaitingItem>> ToInviteAsync(ICurrentUser user, CancellationToken ct)
    {
        var waiting = await Mine(user, Permission.ParticipantsManage)
            .Where(training => training.State == TrainingState.Open || training.State == TrainingState.Running)
            .Select(training => new
            {
                training.Id,
                training.Title,
                Count = database
                    .Set<Participant>()
                    .Count(one => one.TrainingId == training.Id && one.State == ParticipantState.Approved),
                Since = database
                    .Set<Participant>()
                    .Where(one => one.TrainingId == training.Id && one.State == ParticipantState.Approved)
                    .Min(one => (DateTimeOffset?)one.StateSince),
            })
            .Where(row => row.Count > 0)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. waiting.Select(row => new WaitingItem(
                "participant.approved_to_invite",
                new Dictionary<string, object?> { ["title"] = row.Title },
                $"/trainings/{row.Id.Value}?tab=participants",
                row.Since!.Value,
                row.Count
            )),
        ];
    }

    private async Task<IReadOnlyList<WaitingItem>> ToCompleteAsync(ICurrentUser user, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var over = await Mine(user, Permission.TrainingsRun)
            .Where(training => training.State == TrainingState.Running && training.End < today)
            .OrderBy(training => training.End)
            .Take(Most)
            .Select(training => new
            {
                training.Id,
                training.Title,
                training.End,
            })
            .ToListAsync(ct);
        var missing = await gaps.ReadAsync([.. over.Select(row => row.Id)], ct);
        return [.. over.Select(row => Item(row.Id, row.Title, row.End, missing[row.Id.Value].Marks))];

        static WaitingItem Item(TrainingId id, string title, DateOnly end, int marks) =>
            new(
                marks > 0 ? "participant.training_marks_missing" : "participant.training_to_complete",
                new Dictionary<string, object?> { ["title"] = title, ["marks"] = marks },
                $"/trainings/{id.Value}?tab={(marks > 0 ? "attendance" : "completion")}",
                new DateTimeOffset(end.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)
            );
    }

    private IQueryable<Training> Mine(ICurrentUser user, Permission permission)
    {
        var trainings = database.Set<Training>().AsNoTracking();
        var scope = user.ScopeOf(permission);
        if (scope.Everything)
            return trainings;
        var units = scope.Units.Select(UnitId.From).ToList();
        return trainings.Where(training => units.Contains(training.UnitId));
    }
}
