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

/// <summary>
/// Sends the mail that somebody now needs once more: the invitation to who was asked, the personal link to somebody
/// from outside who has a place. The link sent before stops working.
/// </summary>
/// <param name="Email">A better address of somebody from outside; an employee's comes from HR's record.</param>
[Requires(Permission.ParticipantsManage)]
public sealed record SendParticipantMail(Guid TrainingId, Guid ParticipantId, string? Email) : ICommand;

internal sealed class SendParticipantMailValidator : AbstractValidator<SendParticipantMail>
{
    public SendParticipantMailValidator() =>
        RuleFor(request => request.Email).MaximumLength(ExternalPerson.EmailMaximum);
}

internal sealed class SendParticipantMailHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    InvitationDesk desk,
    PersonalLinks links,
    ICurrentUser user
) : IRequestHandler<SendParticipantMail, Result>
{
    public async Task<Result> Handle(SendParticipantMail request, CancellationToken ct)
    {
        var found = await gate.FindAsync(request.TrainingId, Permission.ParticipantsManage, ct);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed;
        await seats.LockAsync(training.Id, ct);
        var id = ParticipantId.From(request.ParticipantId);
        var person = await database
            .Set<Participant>()
            .SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == training.Id, ct);
        if (person is null)
            return ParticipantErrors.NotFound();
        if (!person.MayGetMail)
            return ParticipantErrors.NotWhile(person.State);
        if (!string.IsNullOrWhiteSpace(request.Email))
        {
            var corrected = person.CorrectAddress(request.Email);
            if (!corrected.IsSuccess)
                return corrected;
        }
        if (person.State != ParticipantState.Invited)
        {
            await links.SendAsync(training, person, user.UserId, ct);
            return Result.Success();
        }
        var kind = await database
            .Set<Invitation>()
            .Where(one => one.ParticipantId == id && one.Answer == null)
            .Select(one => (InvitationKind?)one.Kind)
            .SingleOrDefaultAsync(ct);
        await desk.CloseAsync([id], InvitationAnswer.Cancelled, ct);
        await database.SaveChangesAsync(ct);
        var sent = kind ?? InvitationKind.Invitation;
        var unreachable = await desk.SendAsync(training, [person], sent, ct, user.UserId);
        return unreachable.Count > 0 ? ParticipantErrors.NoAddress(person.Name) : Result.Success();
    }
}
