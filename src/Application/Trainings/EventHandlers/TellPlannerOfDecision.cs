using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Who submitted a training hears what others decided about it.</summary>
internal sealed class TellPlannerOfDecision(IDatabase database, INotifier notifier, ICurrentUser user)
    : INotificationHandler<Happened<TrainingMoved>>
{
    public async Task Handle(Happened<TrainingMoved> notification, CancellationToken cancellationToken)
    {
        var moved = notification.Event;
        var code = moved.Move switch
        {
            TrainingMove.Approve => "training.approved",
            TrainingMove.Return => "training.returned",
            TrainingMove.Cancel => "training.called_off",
            _ => null,
        };
        if (code is null)
            return;
        var training = await database.Set<Training>().SingleAsync(one => one.Id == moved.Training, cancellationToken);
        if (training.SubmittedBy is { } planner && planner != user.UserId)
        {
            notifier.Add(
                new NewNotification(
                    Recipient.User(planner),
                    code,
                    $"/trainings/{training.Id.Value}",
                    ("title", training.Title)
                )
            );
        }
    }
}
