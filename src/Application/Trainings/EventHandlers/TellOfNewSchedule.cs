using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Whoever reckons with a training hears that it is held on other days or at another place.</summary>
internal sealed class TellOfNewSchedule(
    IDatabase database,
    TrainingAudience audience,
    ChangeNews news,
    TimeProvider time
) : INotificationHandler<Happened<TrainingRescheduled>>
{
    public async Task Handle(Happened<TrainingRescheduled> notification, CancellationToken cancellationToken)
    {
        var (id, before) = notification.Event;
        var training = await database.Set<Training>().SingleAsync(one => one.Id == id, cancellationToken);
        var today = training.DayOf(time.GetUtcNow());
        // Before it is opened nobody reckons with it; correcting days that are over changes nobody's plans.
        var isOver = training.End < today && before.Dates.End < today;
        if (training.AcceptsParticipants && !isOver)
        {
            await news.RescheduledAsync(
                training,
                before,
                await audience.ReadAsync(id, cancellationToken),
                cancellationToken
            );
        }
    }
}
