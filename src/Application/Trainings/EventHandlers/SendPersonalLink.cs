using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Whoever has a place and no account gets the own link: programme and checking in.</summary>
internal sealed class SendPersonalLink(IDatabase database, PersonalLinks links)
    : INotificationHandler<Happened<ParticipantConfirmed>>
{
    public async Task Handle(Happened<ParticipantConfirmed> notification, CancellationToken cancellationToken)
    {
        var (trainingId, participantId, employee) = notification.Event;
        if (employee is not null)
            return;
        var participant = await database
            .Set<Participant>()
            .SingleAsync(one => one.Id == participantId, cancellationToken);
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == trainingId, cancellationToken);
        await links.SendAsync(training, participant, training.Officer, cancellationToken);
    }
}
