using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Completion;

/// <summary>What waits after a training: results to fix, certificates to issue.</summary>
internal sealed class WaitingResults(
    IDatabase database,
    CompletionGaps gaps,
    ITrainingCertificates certificates,
    CertificatesOwed owed,
    IInstitutionClock clock
) : IWaitingItemsSource
{
    private const int Most = 20;

    /// <summary>Certificates are looked for in that many trainings, the latest.</summary>
    private const int Looked = 200;

    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        List<WaitingItem> items = [];
        if (user.Has(Permission.TrainingsRun))
            items.AddRange(await ToCompleteAsync(user, cancellationToken));
        if (user.Has(Permission.CertificatesIssue))
            items.AddRange(await ToIssueAsync(user, cancellationToken));
        return items;
    }

    private async Task<IReadOnlyList<WaitingItem>> ToCompleteAsync(ICurrentUser user, CancellationToken ct)
    {
        var today = await clock.TodayAsync(ct);
        var over = await database
            .Set<Training>()
            .AsNoTracking()
            .InScopeOf(user, Permission.TrainingsRun)
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
        List<WaitingItem> items = [];
        foreach (var row in over)
        {
            var since = await clock.InstantOfAsync(row.End.AddDays(1), TimeOnly.MinValue, ct);
            items.Add(Item(row.Id, row.Title, since, missing[row.Id.Value].Marks));
        }
        return items;

        static WaitingItem Item(TrainingId id, string title, DateTimeOffset since, int marks) =>
            new(
                marks > 0 ? "participant.training_marks_missing" : "participant.training_to_complete",
                new Dictionary<string, object?> { ["title"] = title, ["marks"] = marks },
                $"/trainings/{id.Value}?tab={(marks > 0 ? "attendance" : "completion")}",
                since
            );
    }

    private async Task<IReadOnlyList<WaitingItem>> ToIssueAsync(ICurrentUser user, CancellationToken ct)
    {
        var people = database.Set<Participant>();
        var done = await database
            .Set<Training>()
            .AsNoTracking()
            .InScopeOf(user, Permission.CertificatesIssue)
            .Where(training =>
                training.State == TrainingState.Completed && training.Scheme == DeliveryScheme.SelfManaged
            )
            .OrderByDescending(training => training.End)
            .Take(Looked)
            .Select(training => new
            {
                training.Id,
                training.Title,
                Since = training.Transitions.Max(transition => transition.At),
                Passed = people.Count(one => one.TrainingId == training.Id && one.State == ParticipantState.Passed),
            })
            .ToListAsync(ct);
        var counts = await certificates.CountAsync([.. done.Select(row => row.Id.Value)], ct);
        var uncertain = done.Where(row =>
            !(counts.GetValueOrDefault(row.Id.Value) ?? CertificateCounts.None).Cover(row.Passed)
        );
        var lacks = await owed.ByAsync([.. uncertain.Select(row => row.Id)], ct);
        List<WaitingItem> items = [];
        foreach (var row in done)
        {
            if (!lacks.TryGetValue(row.Id.Value, out var lack))
                continue;
            if (lack.Missing > 0)
                items.Add(Item("certificate.to_issue", row.Id, row.Title, row.Since, lack.Missing));
            if (lack.Outdated > 0)
                items.Add(Item("certificate.to_reissue", row.Id, row.Title, row.Since, lack.Outdated));
            if (items.Count >= Most)
                break;
        }
        return items;

        static WaitingItem Item(string code, TrainingId id, string title, DateTimeOffset since, int count) =>
            new(
                code,
                new Dictionary<string, object?> { ["title"] = title },
                $"/trainings/{id.Value}?tab=certificates",
                since,
                count
            );
    }
}
