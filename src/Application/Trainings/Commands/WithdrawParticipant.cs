using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Takes people off the list, with a reason: an officer anybody, a unit its own, a person itself. Each place that
/// becomes free is offered to the next on the reserve list.
/// </summary>
[SignedIn]
public sealed record WithdrawParticipant(Guid TrainingId, IReadOnlyList<Guid> ParticipantIds, string Reason)
    : ICommand<BulkOutcome>,
        IReasoned;

internal sealed class WithdrawParticipantValidator : AbstractValidator<WithdrawParticipant>
{
    public WithdrawParticipantValidator()
    {
        RuleFor(request => request.ParticipantIds).NotEmpty();
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Participant.ReasonMaximum);
    }
}

internal sealed class WithdrawParticipantHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    InvitationDesk desk,
    TimeProvider time
) : IRequestHandler<WithdrawParticipant, Result<BulkOutcome>>
{
    public async Task<Result<BulkOutcome>> Handle(WithdrawParticipant request, CancellationToken ct)
    {
        if (request.ParticipantIds.Count > NominationDesk.Maximum)
            return ParticipantErrors.TooMany(NominationDesk.Maximum);
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } known)
            return TrainingErrors.NotFound();
        var training = await seats.LockAndReadAsync(known.Id, ct);
        var ids = request.ParticipantIds.Distinct().Select(ParticipantId.From).ToList();
        var found = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Id && ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, ct);
        var runs = gate.Runs(training);
        var now = time.GetUtcNow();
        var bulk = new Bulk();
        List<ParticipantId> left = [];
        foreach (var id in ids)
        {
            var person = found.GetValueOrDefault(id);
            if (person is null || !(runs || gate.MayDecide(person) || gate.IsSelf(person.EmployeeId)))
            {
                bulk.Refuse(person, ParticipantErrors.NotFound());
                continue;
            }
            var moved = person.Withdraw(request.Reason.Trim(), now);
            bulk.Add(person, moved);
            if (moved.IsSuccess)
                left.Add(id);
        }
        await desk.CloseAsync(left, InvitationAnswer.Cancelled, ct);
        var offered = left.Count > 0 ? await desk.OfferFreeSeatsAsync(training, ct) : 0;
        // Who else gets a place is not for everybody who leaves to know.
        return bulk.ToResult(runs ? offered : 0);
    }
}
