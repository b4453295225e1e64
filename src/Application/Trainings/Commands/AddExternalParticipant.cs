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

/// <summary>Puts somebody from outside on the list; they get links by e-mail and need no account.</summary>
[Requires(Permission.ParticipantsManage)]
public sealed record AddExternalParticipant(
    Guid TrainingId,
    string Name,
    string Email,
    string? Institution,
    string? IdentityNumber
) : ICommand<AddedPerson>;

internal sealed class AddExternalParticipantValidator : AbstractValidator<AddExternalParticipant>
{
    public AddExternalParticipantValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(ExternalPerson.NameMaximum);
        RuleFor(request => request.Email).NotEmpty().MaximumLength(ExternalPerson.EmailMaximum);
        RuleFor(request => request.Institution).MaximumLength(ExternalPerson.InstitutionMaximum);
        RuleFor(request => request.IdentityNumber).MaximumLength(ExternalPerson.IdentityNumberMaximum);
    }
}

internal sealed class AddExternalParticipantHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<AddExternalParticipant, Result<AddedPerson>>
{
    public async Task<Result<AddedPerson>> Handle(AddExternalParticipant request, CancellationToken ct)
    {
        var found = await gate.FindAsync(request.TrainingId, Permission.ParticipantsManage, ct);
        if (!found.IsSuccess)
            return found.Error;
        // Who comes in beside its end would wait on its list for ever.
        var training = await seats.LockAndReadAsync(found.Value.Id, ct);
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed.Error;
        var person = ExternalPerson.Create(request.Name, request.Email, request.Institution, request.IdentityNumber);
        if (!person.IsSuccess)
            return person.Error;

        var now = time.GetUtcNow();
        var email = person.Value.Email;
        var known = await database
            .Set<Participant>()
            .SingleOrDefaultAsync(one => one.TrainingId == training.Id && one.ExternalEmail == email, ct);
        if (known is not null)
        {
            var again = known.NominateAgain(person.Value, ParticipantSource.Chosen, null, user.UserId, now);
            if (!again.IsSuccess)
                return again.Error;
        }
        var participant =
            known ?? Participant.AddExternal(training, person.Value, ParticipantSource.Chosen, user.UserId, now);
        if (known is null)
            database.Set<Participant>().Add(participant);
        return new AddedPerson(participant.Id.Value, null, participant.Name, participant.State);
    }
}
