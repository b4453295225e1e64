using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Calls a training off, with the reason that its people will read.</summary>
[Requires(Permission.TrainingsPlan, Permission.TrainingsApprove)]
public sealed record CancelTraining(Guid Id, string Reason) : ICommand<TrainingAnswer>, IReasoned;

internal sealed class CancelTrainingValidator : AbstractValidator<CancelTraining>
{
    public CancelTrainingValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Training.NoteMaximum);
}

internal sealed class CancelTrainingHandler(PlanningDesk desk) : IRequestHandler<CancelTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(CancelTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.LockAsync(
            request.Id,
            cancellationToken,
            Permission.TrainingsPlan,
            Permission.TrainingsApprove
        );
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        var moved = training.Cancel(request.Reason, desk.Me, desk.Now);
        return moved.IsSuccess ? TrainingAnswer.From(training) : Result<TrainingAnswer>.Failure(moved.Errors);
    }
}
