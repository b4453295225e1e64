using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Somebody from outside asks to take part. Nothing is on the list before the address is proved by the link in the
/// mail. The answer is the same whoever asks: it tells nobody who is registered already.
/// </summary>
[Public("People from outside register by themselves; the address is proved by a link before anybody sees it.")]
public sealed record RegisterForTraining(
    Guid TrainingId,
    string Name,
    string Email,
    string? Institution,
    string? IdentityNumber,
    string? Note
) : ICommand<RegistrationReceived>;

/// <param name="LinkHours">How long the link in the mail works.</param>
public sealed record RegistrationReceived(int LinkHours);

internal sealed class RegisterForTrainingValidator : AbstractValidator<RegisterForTraining>
{
    public RegisterForTrainingValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(ExternalPerson.NameMaximum);
        RuleFor(request => request.Email).NotEmpty().MaximumLength(ExternalPerson.EmailMaximum);
        RuleFor(request => request.Institution).MaximumLength(ExternalPerson.InstitutionMaximum);
        RuleFor(request => request.IdentityNumber).MaximumLength(ExternalPerson.IdentityNumberMaximum);
        RuleFor(request => request.Note).MaximumLength(Participant.ReasonMaximum);
    }
}

internal sealed class RegisterForTrainingHandler(
    IDatabase database,
    PublicTrainings trainings,
    RegistrationMails mails,
    IInstitution institution,
    TimeProvider time
) : IRequestHandler<RegisterForTraining, Result<RegistrationReceived>>
{
    private static readonly RegistrationReceived Received = new((int)Registration.LinkLife.TotalHours);
    private static readonly ParticipantState[] Gone = [.. ParticipantStates.Gone];

    public async Task<Result<RegistrationReceived>> Handle(RegisterForTraining request, CancellationToken ct)
    {
        var found = await trainings.FindAsync(request.TrainingId, ct);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        if (training.CheckAcceptsRegistration(time.GetUtcNow()) is { IsSuccess: false } closed)
            return closed.Error;
        var person = ExternalPerson.Create(request.Name, request.Email, request.Institution, request.IdentityNumber);
        if (!person.IsSuccess)
            return person.Error;

        var (email, now) = (person.Value.Email, time.GetUtcNow());
        var dayAgo = now.AddDays(-1);
        var sent = await database
            .Set<Registration>()
            .Where(one => one.Email == email && one.SentAt > dayAgo)
            .ToListAsync(ct);
        var here = sent.FindAll(one => one.TrainingId.Equals(training.Id));
        if (sent.Count >= Registration.MailsADay || here.Exists(one => one.SentAt > now - Registration.Pause))
            return Received;

        here.ForEach(one => one.Replace(now));
        var (registration, token) = Registration.Ask(training.Id, person.Value, request.Note, now);
        database.Set<Registration>().Add(registration);
        var settings = await institution.CurrentAsync(ct);
        var isListed = await database
            .Set<Participant>()
            .AnyAsync(
                one => one.TrainingId == training.Id && one.ExternalEmail == email && !Gone.Contains(one.State),
                ct
            );
        if (isListed)
        {
            // Only the owner of the address learns it, and the request goes no further.
            registration.Replace(now);
            mails.AlreadyListed(training, registration, settings);
        }
        else
        {
            mails.Prove(training, registration, token, settings);
        }
        return Received;
    }
}
