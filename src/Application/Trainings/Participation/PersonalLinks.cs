using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Makes and sends the own link of somebody who has a place and no account.</summary>
internal sealed class PersonalLinks(
    IDatabase database,
    RegistrationMails mails,
    Timetables timetables,
    IInstitution institution,
    TimeProvider time
) : IApplicationPart
{
    public async Task SendAsync(Training training, Participant participant, Guid sender, CancellationToken ct)
    {
        var link = await database
            .Set<PersonalLink>()
            .SingleOrDefaultAsync(one => one.ParticipantId == participant.Id, ct);
        if (link is null)
        {
            link = PersonalLink.Of(training, participant.Id);
            database.Set<PersonalLink>().Add(link);
        }
        var token = link.Renew(time.GetUtcNow());
        var to = new Addressee(
            participant.ExternalEmail!,
            participant.Name,
            TrainingLetters.About(training.Id, participant.Id, participant.Name, sender)
        );
        var settings = await institution.CurrentAsync(ct);
        mails.Personal(training, link, token, to, settings, await timetables.ReadAsync(training, ct));
    }
}
