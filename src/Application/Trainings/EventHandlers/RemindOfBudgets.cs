using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Asks for the realised budget: a week before its deadline, and every week until it is reported.</summary>
internal sealed class RemindOfBudgets(
    IDatabase database,
    OneByOne oneByOne,
    IInstitution institution,
    IInstitutionClock clock,
    INotifier notifier,
    TimeProvider time
) : IRecurringTask
{
    public static string Cron => "0 10 7 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var days = (await institution.CurrentAsync(cancellationToken)).Deadlines.BudgetReportDays;
        var today = await clock.TodayAsync(cancellationToken);
        var waiting = await database
            .Set<Training>()
            .AsNoTracking()
            .WithBudgetToReport(today, days)
            .Select(training => training.Id)
            .ToListAsync(cancellationToken);
        await oneByOne.CommitAsync(
            nameof(RemindOfBudgets),
            waiting,
            id => RemindAsync(id, days, today, cancellationToken),
            cancellationToken
        );
    }

    private async Task<Result> RemindAsync(TrainingId id, int days, DateOnly today, CancellationToken cancellationToken)
    {
        var training = await database.Set<Training>().SingleAsync(one => one.Id == id, cancellationToken);
        if (!training.RemindOfBudget(days, time.GetUtcNow()))
            return Result.Success();
        var due = training.BudgetDue(days)!.Value;
        notifier.Add(
            new NewNotification(
                Recipient.User(training.Officer),
                today > due ? "training.budget_overdue" : "training.budget_due",
                $"/trainings/{id.Value}",
                ("title", training.Title),
                ("due", due)
            )
        );
        return Result.Success();
    }
}
