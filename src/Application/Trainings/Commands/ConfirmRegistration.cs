using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Proves the address of a registration: from now on the officers see it and decide.</summary>
[Public("The link that was mailed is the key.")]
public sealed record ConfirmRegistration(string Token) : ICommand<ConfirmedRegistration>;

public sealed record ConfirmedRegistration(string Training, DateOnly Start, DateOnly End);

internal sealed class ConfirmRegistrationHandler(
    IDatabase database,
    RegistrationLinks links,
    PublicTrainings trainings,
    SeatRegister seats,
    TimeProvider time
) : IRequestHandler<ConfirmRegistration, Result<ConfirmedRegistration>>
{
    public async Task<Result<ConfirmedRegistration>> Handle(ConfirmRegistration request, CancellationToken ct)
    {
        var found = await links.FindAsync(request.Token, ct, forChange: true);
        if (!found.IsSuccess)
            return found.Error;
        var (registration, now) = (found.Value, time.GetUtcNow());
        if (registration.CheckUsable(now) is { IsSuccess: false } unusable)
            return unusable.Error;
        var open = await trainings.FindAsync(registration.TrainingId.Value, ct);
        if (!open.IsSuccess)
            return RegistrationErrors.Closed();
        var training = await seats.LockAndReadAsync(open.Value.Id, ct);
        if (training.CheckAcceptsRegistration(now) is { IsSuccess: false } closed)
            return closed.Error;
        var person = registration.Person();
        if (!person.IsSuccess)
            return person.Error;
        var participant = await ListAsync(training, person.Value, registration.Note, now, ct);
        if (!participant.IsSuccess)
            return participant.Error;
        var proved = registration.Prove(participant.Value.Id, now);
        return proved.IsSuccess
            ? new ConfirmedRegistration(training.Title, training.Start, training.End)
            : proved.Error;
    }

    private async Task<Result<Participant>> ListAsync(
        Training training,
        ExternalPerson person,
        string? note,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var known = await database
            .Set<Participant>()
            .SingleOrDefaultAsync(one => one.TrainingId == training.Id && one.ExternalEmail == person.Email, ct);
        if (known is null)
        {
            var participant = Participant.Register(training, person, note, now);
            database.Set<Participant>().Add(participant);
            return participant;
        }
        var again = known.NominateAgain(person, ParticipantSource.Registered, note, Guid.Empty, now);
        return again.IsSuccess ? known : again.Error;
    }
}
