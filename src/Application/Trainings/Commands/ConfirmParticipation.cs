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
/// Takes or refuses a place while signed in: the person itself, or an officer who was told so. When the last
/// place has gone the person gets a rank on the reserve list, and the answer says so.
/// </summary>
/// <param name="Confirm">False declines.</param>
[SignedIn]
public sealed record ConfirmParticipation(Guid TrainingId, Guid ParticipantId, bool Confirm, string? Reason)
    : ICommand<ParticipationOutcome>;

internal sealed class ConfirmParticipationValidator : AbstractValidator<ConfirmParticipation>
{
    public ConfirmParticipationValidator() =>
        RuleFor(request => request.Reason).MaximumLength(Participant.ReasonMaximum);
}

internal sealed class ConfirmParticipationHandler(IDatabase database, TrainingGate gate, Seating seating)
    : IRequestHandler<ConfirmParticipation, Result<ParticipationOutcome>>
{
    public async Task<Result<ParticipationOutcome>> Handle(ConfirmParticipation request, CancellationToken ct)
    {
        var id = ParticipantId.From(request.ParticipantId);
        var trainingId = TrainingId.From(request.TrainingId);
        // Only who it is; the state is read again under the lock.
        var person = await database
            .Set<Participant>()
            .Where(one => one.Id == id && one.TrainingId == trainingId)
            .Select(one => new { one.EmployeeId, one.State })
            .SingleOrDefaultAsync(ct);
        var training = await gate.FindAnyAsync(request.TrainingId, ct);
        if (person is null || training is null)
            return ParticipantErrors.NotFound();
        var runs = gate.Runs(training, Permission.ParticipantsManage);
        if (!runs && !gate.IsSelf(person.EmployeeId))
            return ParticipantErrors.NotFound();
        // Being approved is not yet being invited: only an officer may shorten the way.
        if (!runs && person.State is (ParticipantState.Approved or ParticipantState.Nominated))
            return ParticipantErrors.NotWhile(person.State);
        return request.Confirm
            ? await seating.ConfirmAsync(trainingId, id, ct)
            : await seating.DeclineAsync(trainingId, id, request.Reason, ct);
    }
}
