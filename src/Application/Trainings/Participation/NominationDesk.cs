using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Puts employees on the list of a training: all ways in meet here. Good ones come in, others are named.</summary>
internal sealed class NominationDesk(
    IDatabase database,
    ICurrentUser user,
    UnitPlaces unitPlaces,
    SeatRegister seats,
    TimeProvider time
) : IApplicationPart
{
    public const int Maximum = 5000;

    public async Task<NominationOutcome> NominateAsync(
        Training asked,
        IReadOnlyCollection<EmployeeCard> people,
        ParticipantSource source,
        string? note,
        CancellationToken cancellationToken,
        bool dryRun = false,
        IReadOnlyDictionary<EmployeeId, YearHours>? lacks = null
    )
    {
        var now = time.GetUtcNow();
        // Two coordinators of one unit must not both take its last place.
        var training = await seats.LockAndReadAsync(asked.Id, cancellationToken);
        var ids = people.Select(card => (EmployeeId?)card.Id).ToList();
        var listed = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Id && ids.Contains(one.EmployeeId))
            .ToDictionaryAsync(one => one.EmployeeId!.Value, cancellationToken);
        var places = await unitPlaces.ReadAsync(training.Id, cancellationToken);
        var outcome = new NominationOutcome();
        foreach (var card in people)
        {
            var known = listed.GetValueOrDefault(card.Id);
            var refusal = Refusal(training, card, known) ?? places.Take(card.UnitId);
            if (refusal is not null)
            {
                outcome.Refused.Add(new RefusedPerson(card.Id.Value, card.Number, card.Name, [refusal]));
                continue;
            }
            if (dryRun)
            {
                outcome.Added.Add(new AddedPerson(Guid.Empty, card.Id.Value, card.Name, ParticipantState.Nominated));
                continue;
            }
            var participant = known ?? Participant.Nominate(training, Of(card), source, note, user.UserId, now);
            if (known is null)
                database.Set<Participant>().Add(participant);
            else
                known.NominateAgain(Of(card), source, note, user.UserId, now);
            if (lacks?.GetValueOrDefault(card.Id) is { Target: { } target } lack)
                participant.Recommend(lack.Jp, target);
            listed[card.Id] = participant;
            outcome.Added.Add(new AddedPerson(participant.Id.Value, card.Id.Value, card.Name, participant.State));
        }
        return outcome;
    }

    private static Error? Refusal(Training training, EmployeeCard card, Participant? known)
    {
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed.Error;
        if (!card.Active || card.ActiveTo < training.Start)
            return ParticipantErrors.EmployeeLeft(card.Name);
        return known is not null && !known.State.IsGone() ? ParticipantErrors.AlreadyListed(card.Name) : null;
    }

    private static Nominee Of(EmployeeCard card) =>
        new(card.Id, card.Name, card.Number, card.UnitId, card.UnitName, card.SupervisorId);
}

internal sealed class NominationOutcome
{
    public List<AddedPerson> Added { get; } = [];
    public List<RefusedPerson> Refused { get; } = [];
}

/// <summary>Somebody who is now on the list.</summary>
public sealed record AddedPerson(Guid ParticipantId, Guid? EmployeeId, string Name, ParticipantState State);

/// <summary>Somebody who was not put on the list, and why.</summary>
public sealed record RefusedPerson(Guid? EmployeeId, string? Number, string? Name, IReadOnlyList<Error> Errors);
