using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <param name="UnitId">The unit that runs it; the planner's own unit when left out.</param>
[Requires(Permission.TrainingsPlan)]
public sealed record CreateTraining(Guid? UnitId, TrainingFields Plan) : ICommand<TrainingAnswer>;

internal sealed class CreateTrainingValidator : AbstractValidator<CreateTraining>
{
    public CreateTrainingValidator() => RuleFor(request => request.Plan).PlanFields();
}

internal sealed class CreateTrainingHandler(
    IDatabase database,
    PlanningDesk desk,
    PlanReader reader,
    PlanningUnit units,
    IActivityCodes codes
) : IRequestHandler<CreateTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(CreateTraining request, CancellationToken cancellationToken)
    {
        var plan = await reader.ReadAsync(request.Plan, cancellationToken);
        var unit = await units.ResolveAsync(request.UnitId, cancellationToken);
        if (!plan.IsSuccess || !unit.IsSuccess)
            return Result<TrainingAnswer>.Failure([.. plan.Errors, .. unit.Errors]);
        // Checked before a number is drawn: the counter's row lock is held until the commit.
        var check = Training.Create(plan.Value, "-", unit.Value, desk.Me, desk.Now);
        if (!check.IsSuccess)
            return Result<TrainingAnswer>.Failure(check.Errors);
        var code = await codes.NextAsync(plan.Value, unit.Value, cancellationToken);
        if (!code.IsSuccess)
            return Result<TrainingAnswer>.Failure(code.Errors);
        var training = Training.Create(plan.Value, code.Value, unit.Value, desk.Me, desk.Now).Value;
        database.Set<Training>().Add(training);
        return TrainingAnswer.From(training);
    }
}
