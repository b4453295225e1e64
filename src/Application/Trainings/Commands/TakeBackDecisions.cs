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

/// <summary>Decisions that were a slip of the hand, many at once: the candidates wait again as if nothing had been.</summary>
[SignedIn]
public sealed record TakeBackDecisions(IReadOnlyList<Guid> ParticipantIds) : ICommand<BulkOutcome>;

internal sealed class TakeBackDecisionsValidator : AbstractValidator<TakeBackDecisions>
{
    public TakeBackDecisionsValidator() => RuleFor(request => request.ParticipantIds).NotEmpty();
}

internal sealed class TakeBackDecisionsHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    UnitPlaces unitPlaces,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<TakeBackDecisions, Result<BulkOutcome>>
{
    public async Task<Result<BulkOutcome>> Handle(TakeBackDecisions request, CancellationToken ct)
    {
        if (request.ParticipantIds.Count > NominationDesk.Maximum)
            return ParticipantErrors.TooMany(NominationDesk.Maximum);
        var ids = request.ParticipantIds.Distinct().Select(ParticipantId.From).ToList();
        var people = database.Set<Participant>().Where(one => ids.Contains(one.Id));
        var trainings = await LockAsync(await people.Select(one => one.TrainingId).Distinct().ToListAsync(ct), ct);
        // Read under the lock: somebody may have been invited meanwhile.
        var found = await people.ToDictionaryAsync(one => one.Id, ct);
        var places = await unitPlaces.ReadAsync([.. trainings.Keys], ct);
        var now = time.GetUtcNow();
        var bulk = new Bulk();
        foreach (var id in ids)
        {
            var person = found.GetValueOrDefault(id);
            if (person is null || !gate.MayDecide(person, trainings[person.TrainingId]))
            {
                bulk.Refuse(person, ParticipantErrors.NotFound());
                continue;
            }
            if (Obstacle(person) is { } obstacle)
                bulk.Refuse(person, obstacle);
            else
                bulk.Add(person, person.TakeBackDecision(user.UserId, now));
        }
        return bulk.ToResult();

        Error? Obstacle(Participant person)
        {
            if (trainings[person.TrainingId].CheckAcceptsParticipants() is { IsSuccess: false } over)
                return over.Error;
            // A rejection freed a place of the unit, which somebody else may have by now.
            return
                person is { State: ParticipantState.Rejected, UnitId: { } unit }
                && person.MayTakeBackDecision(user.UserId, now)
                ? places[person.TrainingId].Take(unit)
                : null;
        }
    }

    /// <summary>In one order everywhere, so that two of these never wait for each other.</summary>
    private async Task<Dictionary<TrainingId, Training>> LockAsync(List<TrainingId> ids, CancellationToken ct)
    {
        var trainings = new Dictionary<TrainingId, Training>();
        foreach (var id in ids.OrderBy(id => id.Value))
            trainings[id] = await seats.LockAndReadAsync(id, ct);
        return trainings;
    }
}
