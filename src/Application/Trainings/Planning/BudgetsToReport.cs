using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Application.Organization;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Budgets whose realisation is to be reported soon, or should have been.</summary>
internal static class BudgetsToReport
{
    private static readonly TrainingState[] Spending =
    [
        TrainingState.Running,
        TrainingState.Completed,
        TrainingState.Closed,
    ];

    public static IQueryable<Training> WithBudgetToReport(
        this IQueryable<Training> trainings,
        DateOnly today,
        int reportDays
    )
    {
        var latestEnd = today.AddDays(Training.BudgetReminderDays - reportDays);
        return trainings.Where(training =>
            Spending.Contains(training.State)
            && training.BudgetCeiling != null
            && training.BudgetRealisation == null
            && training.End <= latestEnd
        );
    }
}

/// <summary>The same on the home page of those who run the training.</summary>
internal sealed class WaitingBudgets(IDatabase database, IInstitution institution, IInstitutionClock clock)
    : IWaitingItemsSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Has(Permission.TrainingsRun))
            return [];
        var settings = await institution.CurrentAsync(cancellationToken);
        var days = settings.Deadlines.BudgetReportDays;
        var today = await clock.TodayAsync(cancellationToken);
        var waiting = await database
            .Set<Training>()
            .AsNoTracking()
            .InScopeOf(user, Permission.TrainingsRun)
            .WithBudgetToReport(today, days)
            .OrderBy(training => training.End)
            .Take(Most)
            .Select(training => new
            {
                training.Id,
                training.Title,
                training.End,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(training => new WaitingItem(
                "training.budget_waits",
                new Dictionary<string, object?> { ["title"] = training.Title },
                $"/trainings/{training.Id.Value}",
                Midnight(training.End.AddDays(1)),
                DueAt: Midnight(training.End.AddDays(days + 1))
            )),
        ];

        DateTimeOffset Midnight(DateOnly day) => settings.TimeZone.InstantOf(day, TimeOnly.MinValue);
    }
}
