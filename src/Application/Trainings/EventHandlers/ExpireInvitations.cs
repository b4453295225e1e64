using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Closes invitations and offers whose time is over, and offers the places to the next in line.</summary>
internal sealed class ExpireInvitations(
    IDatabase database,
    OneByOne oneByOne,
    SeatRegister seats,
    InvitationDesk desk,
    TimeProvider time
) : IRecurringTask
{
    public static string Cron => "15 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var trainings = await database
            .Set<Invitation>()
            .AsNoTracking()
            .Where(invitation => invitation.Answer == null && invitation.ExpiresAt <= now)
            .Select(invitation => invitation.TrainingId)
            .Distinct()
            .ToListAsync(cancellationToken);
        await oneByOne.CommitAsync(
            nameof(ExpireInvitations),
            trainings,
            training => CloseAsync(training, cancellationToken),
            cancellationToken
        );
    }

    private async Task<Result> CloseAsync(TrainingId id, CancellationToken cancellationToken)
    {
        var training = await seats.LockAndReadAsync(id, cancellationToken);
        var now = time.GetUtcNow();
        var expired = await database
            .Set<Invitation>()
            .Where(one => one.TrainingId == id && one.Answer == null && one.ExpiresAt <= now)
            .ToListAsync(cancellationToken);
        var people = expired.Select(one => one.ParticipantId).ToList();
        var participants = await database
            .Set<Participant>()
            .Where(one => people.Contains(one.Id) && one.State == ParticipantState.Invited)
            .ToListAsync(cancellationToken);
        expired.ForEach(invitation => invitation.Close(InvitationAnswer.Expired, now));
        participants.ForEach(participant => participant.Decline(LeavingReason.NoAnswer.Id, now));
        await desk.OfferFreeSeatsAsync(training, cancellationToken);
        return Result.Success();
    }
}
