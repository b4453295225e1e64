using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>
/// Submissions that wait for the head; what came back, or may be opened now, to the planner who submitted it; letters
/// whose people have changed.
/// </summary>
internal sealed class PlanningWaiting(IDatabase database) : IWaitingItemsSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        var items = new List<WaitingItem>();
        if (user.Has(Permission.TrainingsApprove))
        {
            var submitted = Trainings(user, Permission.TrainingsApprove, TrainingState.Submitted)
                .Where(training => training.SubmittedBy != user.UserId);
            items.AddRange(await ReadAsync(submitted, "training.waits_for_approval", Desk, cancellationToken));
        }
        if (user.Has(Permission.TrainingsApprove))
            items.AddRange(await RevisionsAsync(user, cancellationToken));
        if (user.Has(Permission.TrainingsPlan))
        {
            var returned = Trainings(user, Permission.TrainingsPlan, TrainingState.Returned)
                .Where(training => training.SubmittedBy == user.UserId);
            items.AddRange(await ReadAsync(returned, "training.came_back", Page, cancellationToken));
            var approved = Trainings(user, Permission.TrainingsPlan, TrainingState.Approved)
                .Where(training => training.SubmittedBy == user.UserId);
            items.AddRange(await ReadAsync(approved, "training.to_open", Page, cancellationToken));
        }
        if (user.Has(Permission.ParticipantsManage))
            items.AddRange(await OutdatedLettersAsync(user, cancellationToken));
        return items;

        static string Desk(Guid id) => $"/trainings/approval?training={id}";
        static string Page(Guid id) => $"/trainings/{id}";
    }

    /// <summary>Changes of what was approved, never one's own.</summary>
    private async Task<IEnumerable<WaitingItem>> RevisionsAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        var mine = database.Set<Training>().AsNoTracking().InScopeOf(user, Permission.TrainingsApprove);
        var found = await database
            .Set<PlanRevision>()
            .AsNoTracking()
            .Where(revision => revision.Accepted == null && revision.ProposedBy != user.UserId)
            .Join(
                mine,
                revision => revision.TrainingId,
                training => training.Id,
                (revision, training) =>
                    new
                    {
                        revision.ProposedAt,
                        training.Id,
                        training.Title,
                    }
            )
            .OrderBy(revision => revision.ProposedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return found.Select(revision => new WaitingItem(
            "training.revision_waits",
            new Dictionary<string, object?> { ["title"] = revision.Title },
            $"/trainings/{revision.Id.Value}",
            revision.ProposedAt
        ));
    }

    /// <summary>As <see cref="Training.OutdatedSince"/> says of one document.</summary>
    private async Task<IEnumerable<WaitingItem>> OutdatedLettersAsync(
        ICurrentUser user,
        CancellationToken cancellationToken
    )
    {
        var kinds = TrainingDocument.NamingPeople;
        var found = await database
            .Set<Training>()
            .AsNoTracking()
            .InScopeOf(user, Permission.ParticipantsManage)
            .Where(training => training.State == TrainingState.Open || training.State == TrainingState.Running)
            .Where(training =>
                training.Documents.Any(old =>
                    kinds.Contains(old.Kind)
                    && old.UploadedAt < training.SeatsChangedAt
                    && !training.Documents.Any(other =>
                        other.Kind == old.Kind && other.UploadedAt >= training.SeatsChangedAt
                    )
                )
            )
            .OrderBy(training => training.SeatsChangedAt)
            .Take(Most)
            .Select(training => new
            {
                training.Id,
                training.Title,
                training.SeatsChangedAt,
            })
            .ToListAsync(cancellationToken);
        return found.Select(training => new WaitingItem(
            "training.letter_outdated",
            new Dictionary<string, object?> { ["title"] = training.Title },
            $"/trainings/{training.Id.Value}?tab=documents",
            training.SeatsChangedAt!.Value
        ));
    }

    private IQueryable<Training> Trainings(ICurrentUser user, Permission permission, TrainingState state) =>
        database.Set<Training>().AsNoTracking().InScopeOf(user, permission).Where(training => training.State == state);

    private static async Task<IEnumerable<WaitingItem>> ReadAsync(
        IQueryable<Training> trainings,
        string code,
        Func<Guid, string> link,
        CancellationToken cancellationToken
    )
    {
        var found = await trainings
            .OrderBy(training => training.Start)
            .Take(Most)
            .Select(training => new
            {
                training.Id,
                training.Title,
                Since = training.Transitions.Max(transition => transition.At),
            })
            .ToListAsync(cancellationToken);
        return found.Select(training => new WaitingItem(
            code,
            new Dictionary<string, object?> { ["title"] = training.Title },
            link(training.Id.Value),
            training.Since
        ));
    }
}
