using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Invites by e-mail as many as there are free places, in the order given; the others go onto the reserve list
/// with a rank. Somebody already invited gets a new link, and the old one ends.
/// </summary>
/// <param name="ParticipantIds">Empty: everybody who is approved, in the order of nomination.</param>
[Requires(Permission.ParticipantsManage)]
public sealed record InviteParticipants(Guid TrainingId, IReadOnlyList<Guid> ParticipantIds) : ICommand<BulkOutcome>;

internal sealed class InviteParticipantsHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    InvitationDesk desk,
    OverlapCheck overlaps,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<InviteParticipants, Result<BulkOutcome>>
{
    public async Task<Result<BulkOutcome>> Handle(InviteParticipants request, CancellationToken ct)
    {
        if (request.ParticipantIds.Count > NominationDesk.Maximum)
            return ParticipantErrors.TooMany(NominationDesk.Maximum);
        var found = await gate.FindAsync(request.TrainingId, Permission.ParticipantsManage, ct);
        if (!found.IsSuccess)
            return found.Error;
        var training = await seats.LockAndReadAsync(found.Value.Id, ct);
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed.Error;

        var count = await seats.CountAsync(training.Id, ct);
        var chosen = await ChooseAsync(training.Id, request.ParticipantIds, ct);
        if (chosen.Count == 0)
            return ParticipantErrors.NobodyChosen();
        var busy = await overlaps.FindAsync(training, chosen, ct);
        var reserves = await database
            .Set<Participant>()
            .CountAsync(one => one.TrainingId == training.Id && one.State == ParticipantState.Reserve, ct);
        var now = time.GetUtcNow();
        var (free, rank) = (count.Free, count.LastRank);
        var bulk = new Bulk();
        List<Participant> invited = [];
        List<ParticipantId> again = [];
        foreach (var participant in chosen)
        {
            if (busy.TryGetValue(participant.Id, out var other))
            {
                bulk.Refuse(participant, ParticipantErrors.Overlaps(participant.Name, other));
            }
            else if (participant.State == ParticipantState.Invited)
            {
                again.Add(participant.Id);
                invited.Add(participant);
                bulk.Add(participant, Result.Success());
            }
            else if (free > 0 || !participant.MayBecome(ParticipantState.Invited))
            {
                var moved = participant.Invite(now);
                bulk.Add(participant, moved);
                if (moved.IsSuccess)
                {
                    free--;
                    invited.Add(participant);
                }
            }
            else if (participant.State == ParticipantState.Reserve)
            {
                bulk.Add(participant, Result.Success(), Full(participant.ReserveRank!.Value));
            }
            else if (reserves >= training.ReservePlaces)
            {
                bulk.Refuse(participant, TrainingErrors.ReserveFull(training.ReservePlaces));
            }
            else
            {
                reserves++;
                bulk.Add(participant, participant.PutOnReserve(++rank, now), Full(rank));
            }
        }
        await desk.CloseAsync(again, InvitationAnswer.Cancelled, ct);
        await database.SaveChangesAsync(ct);
        var unreachable = await desk.SendAsync(training, invited, InvitationKind.Invitation, ct, user.UserId);
        foreach (var person in unreachable)
            bulk.Note(person, ParticipantErrors.NoAddress(person.Name));
        return bulk.ToResult();

        Error Full(int atRank) => TrainingErrors.QuotaFull(count.Taken + count.Held, count.Quota, atRank);
    }

    private async Task<List<Participant>> ChooseAsync(
        TrainingId training,
        IReadOnlyList<Guid> ids,
        CancellationToken ct
    )
    {
        var people = database.Set<Participant>().Where(one => one.TrainingId == training);
        if (ids.Count == 0)
        {
            return await people
                .Where(one => one.State == ParticipantState.Approved)
                .OrderBy(one => one.NominatedAt)
                .ThenBy(one => one.Id)
                .Take(NominationDesk.Maximum)
                .ToListAsync(ct);
        }
        var wanted = ids.Distinct().Select(ParticipantId.From).ToList();
        var found = await people.Where(one => wanted.Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
        return [.. wanted.Where(found.ContainsKey).Select(id => found[id])];
    }
}
