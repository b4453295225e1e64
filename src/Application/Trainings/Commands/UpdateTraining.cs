using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Commands;

[Requires(Permission.TrainingsPlan)]
public sealed record UpdateTraining(Guid Id, TrainingFields Plan, uint? ExpectedVersion)
    : ICommand<TrainingAnswer>,
        IVersioned;

internal sealed class UpdateTrainingValidator : AbstractValidator<UpdateTraining>
{
    public UpdateTrainingValidator() => RuleFor(request => request.Plan).PlanFields();
}

internal sealed class UpdateTrainingHandler(PlanningDesk desk, PlanReader reader)
    : IRequestHandler<UpdateTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(UpdateTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(
            request.Id,
            request.ExpectedVersion,
            cancellationToken,
            Permission.TrainingsPlan
        );
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var plan = await reader.ReadAsync(request.Plan, cancellationToken);
        if (!plan.IsSuccess)
            return Result<TrainingAnswer>.Failure(plan.Errors);
        var updated = found.Value.Update(plan.Value);
        return updated.IsSuccess ? TrainingAnswer.From(found.Value) : Result<TrainingAnswer>.Failure(updated.Errors);
    }
}
