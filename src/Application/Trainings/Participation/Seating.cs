using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Gives one person a place, or a rank on the reserve list when the last place has gone.</summary>
internal sealed class Seating(
    IDatabase database,
    SeatRegister seats,
    InvitationDesk desk,
    OverlapCheck overlaps,
    TimeProvider time
) : IApplicationPart
{
    /// <summary>Reads both under the lock: two clicks at once are answered one after the other.</summary>
    public async Task<(Training Training, Participant Participant)> LockAsync(
        TrainingId trainingId,
        ParticipantId id,
        CancellationToken cancellationToken
    )
    {
        var training = await seats.LockAndReadAsync(trainingId, cancellationToken);
        var participant = await database.Set<Participant>().SingleAsync(one => one.Id == id, cancellationToken);
        return (training, participant);
    }

    public async Task<Result<ParticipationOutcome>> ConfirmAsync(
        TrainingId trainingId,
        ParticipantId id,
        CancellationToken cancellationToken
    )
    {
        var (training, participant) = await LockAsync(trainingId, id, cancellationToken);
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed.Error;
        if (!participant.MayBecome(ParticipantState.Confirmed))
            return ParticipantErrors.NotWhile(participant.State);
        var busy = await overlaps.FindAsync(training, [participant], cancellationToken);
        if (busy.TryGetValue(participant.Id, out var other))
            return ParticipantErrors.Overlaps(participant.Name, other);

        var now = time.GetUtcNow();
        var count = await seats.CountAsync(trainingId, cancellationToken);
        if (count.MaySit(participant.State == ParticipantState.Invited))
        {
            await desk.CloseAsync([id], InvitationAnswer.Confirmed, cancellationToken);
            participant.Confirm(now);
            return Outcome(participant, null);
        }
        if (participant.State != ParticipantState.Reserve)
        {
            var reserves = await database
                .Set<Participant>()
                .CountAsync(
                    one => one.TrainingId == training.Id && one.State == ParticipantState.Reserve,
                    cancellationToken
                );
            if (reserves >= training.ReservePlaces)
                return TrainingErrors.ReserveFull(training.ReservePlaces);
            await desk.CloseAsync([id], InvitationAnswer.PutOnReserve, cancellationToken);
            participant.PutOnReserve(count.LastRank + 1, now);
        }
        return Outcome(
            participant,
            TrainingErrors.QuotaFull(count.Taken + count.Held, count.Quota, participant.ReserveRank!.Value)
        );
    }

    public async Task<Result<ParticipationOutcome>> DeclineAsync(
        TrainingId trainingId,
        ParticipantId id,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        var (training, participant) = await LockAsync(trainingId, id, cancellationToken);
        var moved = participant.Decline(reason, time.GetUtcNow());
        if (!moved.IsSuccess)
            return moved.Error;
        await desk.CloseAsync([id], InvitationAnswer.Declined, cancellationToken);
        await desk.OfferFreeSeatsAsync(training, cancellationToken);
        return Outcome(participant, null);
    }

    private static ParticipationOutcome Outcome(Participant participant, Error? notice) =>
        new(participant.Id.Value, participant.State, participant.ReserveRank, notice);
}
