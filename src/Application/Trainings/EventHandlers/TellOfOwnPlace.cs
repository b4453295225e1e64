using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Somebody else took a person off the list, or gave them a place: they hear it from us, not at the door.</summary>
internal sealed class TellOfOwnPlace(IDatabase database, ChangeNews news, ICurrentUser user)
    : INotificationHandler<Happened<ParticipantLeft>>,
        INotificationHandler<Happened<ParticipantConfirmed>>
{
    public async Task Handle(Happened<ParticipantLeft> notification, CancellationToken cancellationToken)
    {
        var (training, participant, employee, knewOfIt) = notification.Event;
        if (!knewOfIt || (employee is not null && employee == user.EmployeeId))
            return;
        var (one, of) = await FindAsync(participant, training, cancellationToken);
        await news.LeftAsync(of, one, cancellationToken);
    }

    public async Task Handle(Happened<ParticipantConfirmed> notification, CancellationToken cancellationToken)
    {
        var (training, participant, employee) = notification.Event;
        // Externals get their personal link; who answered by the link in the mail is not signed in.
        if (employee is null || !user.IsSignedIn || employee == user.EmployeeId)
            return;
        var (one, of) = await FindAsync(participant, training, cancellationToken);
        await news.PlacedAsync(of, one, cancellationToken);
    }

    private async Task<(Participant Participant, Training Training)> FindAsync(
        ParticipantId participant,
        TrainingId training,
        CancellationToken cancellationToken
    ) =>
        (
            await database.Set<Participant>().SingleAsync(one => one.Id == participant, cancellationToken),
            await database.Set<Training>().AsNoTracking().SingleAsync(one => one.Id == training, cancellationToken)
        );
}
