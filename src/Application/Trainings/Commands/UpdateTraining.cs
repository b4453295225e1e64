using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

[Requires(Permission.TrainingsPlan)]
public sealed record UpdateTraining(Guid Id, TrainingFields Plan, uint? ExpectedVersion)
    : ICommand<TrainingAnswer>,
        IVersioned;

internal sealed class UpdateTrainingValidator : AbstractValidator<UpdateTraining>
{
    public UpdateTrainingValidator() => RuleFor(request => request.Plan).PlanFields();
}

internal sealed class UpdateTrainingHandler(
    IDatabase database,
    PlanningDesk desk,
    PlanReader reader,
    InvitationDesk invitations,
    OverlapCheck overlaps
) : IRequestHandler<UpdateTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(UpdateTraining request, CancellationToken cancellationToken)
    {
        // Quota and seats are weighed against each other: nobody sits down between the look and the change.
        var found = await desk.LockAsync(
            request.Id,
            request.ExpectedVersion,
            cancellationToken,
            Permission.TrainingsPlan
        );
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var plan = await reader.ReadAsync(request.Plan, cancellationToken, found.Value);
        if (!plan.IsSuccess)
            return Result<TrainingAnswer>.Failure(plan.Errors);
        var training = found.Value;
        var (dates, quota) = (training.Dates, training.Quota);
        var asked = plan.Value.Quota < training.Quota ? await CountAsync(training.Id, ParticipantState.Invited) : 0;
        var waiting =
            plan.Value.ReservePlaces < training.ReservePlaces
                ? await CountAsync(training.Id, ParticipantState.Reserve)
                : 0;
        var updated = training.Update(plan.Value, asked, waiting);
        if (!updated.IsSuccess)
            return Result<TrainingAnswer>.Failure(updated.Errors);
        if (training.Dates != dates && await overlaps.MovedOntoAsync(training, cancellationToken) is { } twice)
            return twice;
        // New seats go to those who wait; on other days somebody who was busy may be free.
        var offered =
            training.Quota > quota || training.Dates != dates
                ? await invitations.OfferFreeSeatsAsync(training, cancellationToken)
                : 0;
        return TrainingAnswer.From(training, offered);

        Task<int> CountAsync(TrainingId id, ParticipantState state) =>
            database
                .Set<Participant>()
                .CountAsync(one => one.TrainingId == id && one.State == state, cancellationToken);
    }
}
