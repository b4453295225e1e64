using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Starts open trainings on their first day. One that lacks a document stays open and shows on the monitoring
/// board what it waits for; it starts as soon as the document is there.
/// </summary>
internal sealed class StartDueTrainings(IDatabase database, OneByOne oneByOne, IMediator mediator, TimeProvider time)
    : IRecurringTask
{
    public static string Cron => "0 0/5 * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // A day ahead of UTC covers every zone; each training then decides by its own.
        var latest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1);
        var due = await database
            .Set<Training>()
            .AsNoTracking()
            .Where(training => training.State == TrainingState.Open && training.Start <= latest)
            .Select(training => training.Id)
            .ToListAsync(cancellationToken);
        await oneByOne.RunAsync(
            nameof(StartDueTrainings),
            due,
            id => mediator.Send(new StartTraining(id.Value), cancellationToken)
        );
    }
}
