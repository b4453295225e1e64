using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Lets participants in.</summary>
[Requires(Permission.TrainingsPlan)]
public sealed record OpenTraining(Guid Id) : ICommand<TrainingAnswer>;

internal sealed class OpenTrainingHandler(PlanningDesk desk) : IRequestHandler<OpenTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(OpenTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.LockAsync(request.Id, cancellationToken, Permission.TrainingsPlan);
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        var required = await desk.RequirementsAsync(cancellationToken);
        var moved = training.Open(required, desk.Me, desk.Now);
        return moved.IsSuccess ? TrainingAnswer.From(training) : Result<TrainingAnswer>.Failure(moved.Errors);
    }
}
