using MediatR;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Completion;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>A training keeps what it gives, counted by the rule as often as anything it rests on changes.</summary>
internal sealed class CountHours(IDatabase database, TrainingJp trainingJp)
    : INotificationHandler<Happened<HoursChanged>>
{
    /// <summary>Whoever changed the training has read it with its sessions.</summary>
    public async Task Handle(Happened<HoursChanged> notification, CancellationToken cancellationToken)
    {
        var training = await database.Set<Training>().FindAsync([notification.Event.Training], cancellationToken);
        training!.Gives((await trainingJp.CalculateAsync(training, cancellationToken)).Jp);
    }
}
