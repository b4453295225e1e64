using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>An employee applies from the catalogue; the unit or the superior decides.</summary>
[Requires(Permission.OwnProfile, Permission.CatalogueRead)]
public sealed record ApplyForTraining(Guid TrainingId, string? Note) : ICommand<AddedPerson>;

internal sealed class ApplyForTrainingValidator : AbstractValidator<ApplyForTraining>
{
    public ApplyForTrainingValidator() => RuleFor(request => request.Note).MaximumLength(Participant.ReasonMaximum);
}

internal sealed class ApplyForTrainingHandler(
    TrainingGate gate,
    NominationDesk desk,
    OverlapCheck overlaps,
    IEmployeeDirectory employees,
    TimeProvider time,
    ICurrentUser user
) : IRequestHandler<ApplyForTraining, Result<AddedPerson>>
{
    public async Task<Result<AddedPerson>> Handle(ApplyForTraining request, CancellationToken ct)
    {
        if (user.EmployeeId is not { } me)
            return ParticipantErrors.ApplicationNeedsEmployee();
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { IsPublished: true } training)
            return TrainingErrors.NotFound();
        if (training.CheckAcceptsApplication(time.GetUtcNow()) is { IsSuccess: false } closed)
            return closed.Error;
        if ((await employees.FindAsync([me], ct)).GetValueOrDefault(me) is not { } card)
            return ParticipantErrors.ApplicationNeedsEmployee();
        if ((await overlaps.FindByEmployeeAsync(training, [me], ct)).TryGetValue(me, out var other))
            return ParticipantErrors.Overlaps(card.Name, other);
        var outcome = await desk.NominateAsync(training, [card], ParticipantSource.Applied, request.Note, ct);
        return outcome.Added.Count == 1 ? outcome.Added[0] : outcome.Refused[0].Errors[0];
    }
}
