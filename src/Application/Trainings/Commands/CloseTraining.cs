using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Nothing more is expected of it; documents stay as they are.</summary>
[Requires(Permission.TrainingsRun)]
public sealed record CloseTraining(Guid Id) : ICommand<TrainingAnswer>;

internal sealed class CloseTrainingHandler(PlanningDesk desk) : IRequestHandler<CloseTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(CloseTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(request.Id, cancellationToken, Permission.TrainingsRun);
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        var required = await desk.RequirementsAsync(cancellationToken);
        var moved = training.Close(required, desk.Me, desk.Now);
        return moved.IsSuccess ? TrainingAnswer.From(training) : Result<TrainingAnswer>.Failure(moved.Errors);
    }
}
