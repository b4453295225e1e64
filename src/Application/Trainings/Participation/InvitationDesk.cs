using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Sends invitations and reserve offers, and closes them. The caller holds the lock on the places.</summary>
internal sealed class InvitationDesk(
    IDatabase database,
    SeatRegister seats,
    OverlapCheck overlaps,
    InvitationMails mails,
    Timetables timetables,
    IEmployeeDirectory employees,
    IInstitution institution,
    INotifier notifier,
    TimeProvider time
) : IApplicationPart
{
    private const int NamesInNotice = 5;

    /// <summary>The participants already moved to Invited; this makes and sends what they answer with.</summary>
    /// <param name="inviting">The account that asked for it; without one the training's officer answers for it.</param>
    /// <returns>Those for whom no address is known: somebody has to tell them in another way.</returns>
    public async Task<IReadOnlyCollection<Participant>> SendAsync(
        Training training,
        IReadOnlyCollection<Participant> invited,
        InvitationKind kind,
        CancellationToken cancellationToken,
        Guid? inviting = null
    )
    {
        if (invited.Count == 0)
            return [];
        var sender = inviting ?? training.Officer;
        List<Participant> unreachable = [];
        var now = time.GetUtcNow();
        var settings = await institution.CurrentAsync(cancellationToken);
        var offer = TimeSpan.FromHours(settings.Deadlines.ReserveOfferHours);
        var answer = TimeSpan.FromDays(settings.Deadlines.InvitationAnswerDays);
        var expires = training.AnswerBy(now, kind == InvitationKind.ReserveOffer ? offer : answer, least: offer);
        var cards = await employees.FindAsync(
            [.. invited.Select(one => one.EmployeeId).OfType<EmployeeId>()],
            cancellationToken
        );
        var timetable = await timetables.ReadAsync(training, cancellationToken);
        foreach (var participant in invited)
        {
            var (invitation, token) = Invitation.Send(participant, kind, now, expires);
            database.Set<Invitation>().Add(invitation);
            var address =
                participant.ExternalEmail ?? cards.GetValueOrDefault(participant.EmployeeId.GetValueOrDefault())?.Email;
            if (string.IsNullOrEmpty(address))
            {
                unreachable.Add(participant);
                continue;
            }
            var about = TrainingLetters.About(training.Id, participant.Id, participant.Name, sender);
            var to = new Addressee(address, participant.Name, about);
            mails.Invite(training, invitation, token, to, settings, timetable);
        }
        if (unreachable.Count > 0)
            TellOfUnreachable(training, unreachable, sender);
        return unreachable;
    }

    private void TellOfUnreachable(Training training, List<Participant> people, Guid sender) =>
        notifier.Add(
            new NewNotification(
                Recipient.User(sender),
                "participant.without_address",
                $"/trainings/{training.Id.Value}?tab=participants&p.state=invited",
                ("title", training.Title),
                ("count", people.Count),
                ("names", string.Join("; ", people.Take(NamesInNotice).Select(one => one.Name)))
            )
        );

    /// <summary>Ends the open question to these people, when there is one.</summary>
    public async Task CloseAsync(
        IReadOnlyCollection<ParticipantId> participants,
        InvitationAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var open = await database
            .Set<Invitation>()
            .Where(invitation => participants.Contains(invitation.ParticipantId) && invitation.Answer == null)
            .ToListAsync(cancellationToken);
        open.ForEach(invitation => invitation.Close(answer, now));
    }

    /// <summary>
    /// Offers every free place to the first on the reserve list who can take it. Those who sit in another training
    /// on these days keep their rank and are passed over.
    /// </summary>
    public async Task<int> OfferFreeSeatsAsync(Training training, CancellationToken cancellationToken)
    {
        await database.SaveChangesAsync(cancellationToken);
        var count = await seats.CountAsync(training.Id, cancellationToken);
        if (count.Free == 0 || !training.OffersPlaces(time.GetUtcNow()))
            return 0;
        var reserves = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Id && one.State == ParticipantState.Reserve)
            .OrderBy(one => one.ReserveRank)
            .ToListAsync(cancellationToken);
        var busy = await overlaps.FindAsync(training, reserves, cancellationToken);
        var now = time.GetUtcNow();
        var offered = reserves.Where(one => !busy.ContainsKey(one.Id)).Take(count.Free).ToList();
        offered.ForEach(one => one.Invite(now));
        await SendAsync(training, offered, InvitationKind.ReserveOffer, cancellationToken);
        return offered.Count;
    }
}
