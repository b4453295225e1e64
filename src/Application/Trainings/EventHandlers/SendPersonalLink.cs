using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Whoever has a place and no account gets the own link: programme and checking in.</summary>
internal sealed class SendPersonalLink(
    IDatabase database,
    RegistrationMails mails,
    IInstitution institution,
    TimeProvider time
) : INotificationHandler<Happened<ParticipantConfirmed>>
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
        var link = await database
            .Set<PersonalLink>()
            .SingleOrDefaultAsync(one => one.ParticipantId == participantId, cancellationToken);
        if (link is null)
        {
            link = PersonalLink.Of(training, participantId);
            database.Set<PersonalLink>().Add(link);
        }
        var token = link.Renew(time.GetUtcNow());
        var to = new Addressee(
            participant.ExternalEmail!,
            participant.Name,
            TrainingLetters.About(trainingId, participantId, participant.Name, training.Officer)
        );
        mails.Personal(training, link, token, to, await institution.CurrentAsync(cancellationToken));
    }
}
