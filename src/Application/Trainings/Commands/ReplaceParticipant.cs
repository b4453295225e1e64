using FluentValidation;
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

/// <summary>Swaps by hand: the place passes directly to somebody who is approved or on the reserve list.</summary>
[Requires(Permission.ParticipantsManage)]
public sealed record ReplaceParticipant(Guid TrainingId, Guid ParticipantId, Guid ReplacementId, string Reason)
    : ICommand<ParticipationOutcome>,
        IReasoned;

internal sealed class ReplaceParticipantValidator : AbstractValidator<ReplaceParticipant>
{
    public ReplaceParticipantValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Participant.ReasonMaximum);
}

internal sealed class ReplaceParticipantHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    InvitationDesk desk,
    OverlapCheck overlaps,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<ReplaceParticipant, Result<ParticipationOutcome>>
{
    public async Task<Result<ParticipationOutcome>> Handle(ReplaceParticipant request, CancellationToken ct)
    {
        var found = await gate.FindAsync(request.TrainingId, Permission.ParticipantsManage, ct);
        if (!found.IsSuccess)
            return found.Error;
        var training = await seats.LockAndReadAsync(found.Value.Id, ct);
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed.Error;
        var leaving = await FindAsync(training.Id, request.ParticipantId, ct);
        if (leaving is null)
            return ParticipantErrors.NotFound();
        var coming = await FindAsync(training.Id, request.ReplacementId, ct);
        if (coming is null)
            return ParticipantErrors.ReplacementUnknown();
        var busy = await overlaps.FindAsync(training, [coming], ct);
        if (busy.TryGetValue(coming.Id, out var other))
            return ParticipantErrors.Overlaps(coming.Name, other);

        var now = time.GetUtcNow();
        var sat = leaving.State.HasSeat();
        var heldAnother = coming.State == ParticipantState.Invited;
        var moved = leaving.ReplaceBy(coming, request.Reason.Trim(), now);
        if (!moved.IsSuccess)
            return moved.Error;
        // Freed and taken in one transaction, in this order: the quota holds at every step.
        await database.SaveChangesAsync(ct);
        var taken = sat ? coming.Confirm(now) : coming.Invite(now);
        if (!taken.IsSuccess)
            return taken.Error;
        // The replacement's own invitation, too: the place is theirs now, and no link may give it back.
        await desk.CloseAsync([leaving.Id], InvitationAnswer.Cancelled, ct);
        await desk.CloseAsync([coming.Id], sat ? InvitationAnswer.Confirmed : InvitationAnswer.Cancelled, ct);
        // The place held for them until now is free for the next.
        if (heldAnother)
            await desk.OfferFreeSeatsAsync(training, ct);
        if (sat)
            return new ParticipationOutcome(coming.Id.Value, coming.State, null, null);
        var unreachable = await desk.SendAsync(training, [coming], InvitationKind.Invitation, ct, user.UserId);
        var notice = unreachable.Count > 0 ? ParticipantErrors.NoAddress(coming.Name) : null;
        return new ParticipationOutcome(coming.Id.Value, coming.State, null, notice);
    }

    private Task<Participant?> FindAsync(TrainingId training, Guid participant, CancellationToken ct)
    {
        var id = ParticipantId.From(participant);
        return database.Set<Participant>().SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == training, ct);
    }
}
