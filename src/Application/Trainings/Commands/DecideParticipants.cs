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
/// The unit or the superior approves or rejects candidates, many at once. A rejection needs a reason; nobody
/// decides on their own nomination or on themselves.
/// </summary>
[SignedIn]
public sealed record DecideParticipants(IReadOnlyList<ParticipantDecision> Decisions) : ICommand<BulkOutcome>;

/// <param name="Reason">Required to reject.</param>
public sealed record ParticipantDecision(Guid ParticipantId, bool Approve, string? Reason);

internal sealed class DecideParticipantsValidator : AbstractValidator<DecideParticipants>
{
    public DecideParticipantsValidator()
    {
        RuleFor(request => request.Decisions).NotEmpty();
        RuleForEach(request => request.Decisions)
            .ChildRules(decision => decision.RuleFor(one => one.Reason).MaximumLength(Participant.ReasonMaximum));
    }
}

internal sealed class DecideParticipantsHandler(
    IDatabase database,
    TrainingGate gate,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<DecideParticipants, Result<BulkOutcome>>
{
    public async Task<Result<BulkOutcome>> Handle(DecideParticipants request, CancellationToken ct)
    {
        if (request.Decisions.Count > NominationDesk.Maximum)
            return ParticipantErrors.TooMany(NominationDesk.Maximum);
        var ids = request.Decisions.Select(decision => ParticipantId.From(decision.ParticipantId)).ToList();
        var found = await database
            .Set<Participant>()
            .Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, ct);
        var now = time.GetUtcNow();
        var bulk = new Bulk();
        foreach (var decision in request.Decisions)
        {
            var participant = found.GetValueOrDefault(ParticipantId.From(decision.ParticipantId));
            if (participant is null || !gate.MayDecide(participant))
            {
                bulk.Refuse(participant, ParticipantErrors.NotFound());
                continue;
            }
            bulk.Add(
                participant,
                decision.Approve
                    ? participant.Approve(user.UserId, user.EmployeeId, now)
                    : participant.Reject(decision.Reason ?? "", user.UserId, user.EmployeeId, now)
            );
        }
        return bulk.ToResult();
    }
}
