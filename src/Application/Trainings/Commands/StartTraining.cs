using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>By the clock on the first day, or by an officer who does not wait for it.</summary>
[Requires(Permission.TrainingsRun)]
public sealed record StartTraining(Guid Id) : ICommand<TrainingAnswer>;

internal sealed class StartTrainingHandler(PlanningDesk desk) : IRequestHandler<StartTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(StartTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.LockAsync(request.Id, cancellationToken, Permission.TrainingsRun);
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        // The clock came between the officer's look and the press: what is asked for is done.
        if (training.State == TrainingState.Running)
            return TrainingAnswer.From(training);
        var required = await desk.RequirementsAsync(cancellationToken);
        var today = training.DayOf(desk.Now);
        var moved = training.Run(required, today, desk.Me, desk.Now);
        return moved.IsSuccess ? TrainingAnswer.From(training) : Result<TrainingAnswer>.Failure(moved.Errors);
    }
}
