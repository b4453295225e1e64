using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Confirms or declines with the one-time link of the e-mail.</summary>
/// <param name="Token">The secret part of the link.</param>
[Public("People from outside have no account, and employees answer from their mail: the link is the key.")]
public sealed record AnswerInvitation(string Token, bool Confirm, string? Reason) : ICommand<ParticipationOutcome>;

internal sealed class AnswerInvitationValidator : AbstractValidator<AnswerInvitation>
{
    public AnswerInvitationValidator() => RuleFor(request => request.Reason).MaximumLength(Participant.ReasonMaximum);
}

internal sealed class AnswerInvitationHandler(InvitationLinks links, Seating seating)
    : IRequestHandler<AnswerInvitation, Result<ParticipationOutcome>>
{
    public async Task<Result<ParticipationOutcome>> Handle(AnswerInvitation request, CancellationToken ct)
    {
        var found = await links.FindAsync(request.Token, ct);
        if (!found.IsSuccess)
            return found.Error;
        var (training, participant, _) = found.Value;
        // Two clicks at once: the second waits for the lock and then finds the link used.
        await seating.LockAsync(training.Id, participant, ct);
        var usable = await links.CheckUsableAsync(request.Token, ct);
        if (!usable.IsSuccess)
            return usable.Error;
        return request.Confirm
            ? await seating.ConfirmAsync(training.Id, participant, ct)
            : await seating.DeclineAsync(training.Id, participant, request.Reason, ct);
    }
}
