using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What waits around participants: my answers, my unit's candidates, people to decide on and to invite.</summary>
internal sealed class WaitingParticipation(IDatabase database, IInstitutionClock clock) : IWaitingItemsSource
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
        return items;
    }

    private async Task<IReadOnlyList<WaitingItem>> InvitationsAsync(ICurrentUser user, CancellationToken ct)
    {
        var me = user.EmployeeId;
        if (me is null)
            return [];
        var asked = await database
            .Set<Invitation>()
            .AsNoTracking()
            .Where(one => one.Answer == null)
            .Join(
                database.Set<Participant>().Where(one => one.EmployeeId == me),
                one => one.ParticipantId,
                person => person.Id,
                (one, _) =>
                    new
                    {
                        one.TrainingId,
                        one.SentAt,
                        one.ExpiresAt,
                    }
            )
            .Join(
                Open(database.Set<Training>(), await clock.TodayAsync(ct)),
                one => one.TrainingId,
                training => training.Id,
                (one, training) =>
                    new
                    {
                        training.Title,
                        one.SentAt,
                        one.ExpiresAt,
                    }
            )
            .OrderBy(one => one.ExpiresAt)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. asked.Select(one => new WaitingItem(
                "participant.answer_waits",
                new Dictionary<string, object?> { ["title"] = one.Title },
                "/catalogue/mine",
                one.SentAt,
                DueAt: one.ExpiresAt
            )),
        ];
    }

    private async Task<WaitingItem?> NominationsAsync(ICurrentUser user, CancellationToken ct)
    {
        if (!user.Has(Permission.ParticipantsDecide) && user.EmployeeId is null)
            return null;
        // Those whom somebody else must decide on do not wait for me, and would wait for ever.
        var (account, self) = (user.UserId, user.EmployeeId);
        var waiting = ListNominationsHandler
            .Waiting(database, user, await clock.TodayAsync(ct))
            .Where(one => one.NominatedBy != account && (self == null || one.EmployeeId != self));
        var count = await waiting.CountAsync(ct);
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
        var waiting = await (await MineAsync(user, ct))
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
        var waiting = await (await MineAsync(user, ct))
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
            .OrderBy(row => row.Since)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. waiting.Select(row => new WaitingItem(
                "participant.approved_to_invite",
                new Dictionary<string, object?> { ["title"] = row.Title },
                $"/trainings/{row.Id.Value}?tab=participants&p.state=approved",
                row.Since!.Value,
                row.Count
            )),
        ];
    }

    /// <summary>While somebody may still come in: a training that is over waits for nobody.</summary>
    private static IQueryable<Training> Open(IQueryable<Training> trainings, DateOnly today) =>
        trainings.Where(training =>
            (training.State == TrainingState.Open || training.State == TrainingState.Running) && training.End >= today
        );

    private async Task<IQueryable<Training>> MineAsync(ICurrentUser user, CancellationToken ct) =>
        Open(
            database.Set<Training>().AsNoTracking().InScopeOf(user, Permission.ParticipantsManage),
            await clock.TodayAsync(ct)
        );
}
