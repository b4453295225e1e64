using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Completion;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>
/// Completes trainings some days after their last day when all results are there. One that lacks something stays
/// as it is: its officer is told once and finds it among what waits.
/// </summary>
internal sealed class CompleteDueTrainings(
    IDatabase database,
    IUnitOfWork unitOfWork,
    OneByOne oneByOne,
    IMediator mediator,
    CompletionGaps gaps,
    IInstitution institution,
    INotifier notifier,
    TimeProvider time
) : IRecurringTask
{
    public static string Cron => "0 20 * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var days = (await institution.CurrentAsync(cancellationToken)).Deadlines.CompletionDays;
        var now = time.GetUtcNow();
        var running = await database
            .Set<Training>()
            .AsNoTracking()
            .Where(training => training.State == TrainingState.Running && training.CompletionRound == 0)
            .ToListAsync(cancellationToken);
        var due = running
            .Where(training => training.CompletesOn(days) <= training.DayOf(now))
            .Select(training => training.Id)
            .ToList();
        var missing = await gaps.ReadAsync(due, cancellationToken);
        await oneByOne.RunAsync(
            nameof(CompleteDueTrainings),
            due,
            id => CompleteOrAskAsync(id, missing[id.Value], cancellationToken)
        );
    }

    private async Task CompleteOrAskAsync(TrainingId id, CompletionGap gap, CancellationToken cancellationToken)
    {
        if (gap.IsClosed && (await mediator.Send(new CompleteTraining(id.Value), cancellationToken)).IsSuccess)
            return;
        await unitOfWork.RunAsync(
            nameof(CompleteDueTrainings),
            null,
            () => AskAsync(id, gap, cancellationToken),
            cancellationToken
        );
    }

    private async Task<Result> AskAsync(TrainingId id, CompletionGap gap, CancellationToken cancellationToken)
    {
        var training = await database.Set<Training>().SingleAsync(one => one.Id == id, cancellationToken);
        if (training.State != TrainingState.Running || !training.AskForCompletion(time.GetUtcNow()))
            return Result.Success();
        notifier.Add(
            new NewNotification(
                Recipient.User(training.Officer),
                gap.IsClosed ? "training.completion_refused"
                    : gap.Meetings > 0 ? "training.completion_lacks_meetings"
                    : "training.completion_lacks",
                $"/trainings/{id.Value}?tab=completion",
                ("title", training.Title),
                ("marks", gap.Marks),
                ("scores", gap.Scores),
                ("certificates", gap.Certificates),
                ("meetings", gap.Meetings)
            )
        );
        return Result.Success();
    }
}
