using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Sends a submission back with notes; never by who submitted it.</summary>
[Requires(Permission.TrainingsApprove)]
public sealed record ReturnTraining(Guid Id, string Notes) : ICommand<TrainingAnswer>, IReasoned
{
    string IReasoned.Reason => Notes;
}

internal sealed class ReturnTrainingValidator : AbstractValidator<ReturnTraining>
{
    public ReturnTrainingValidator() =>
        RuleFor(request => request.Notes).NotEmpty().MaximumLength(Training.NoteMaximum);
}

internal sealed class ReturnTrainingHandler(PlanningDesk desk) : IRequestHandler<ReturnTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(ReturnTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(request.Id, cancellationToken, Permission.TrainingsApprove);
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        var moved = training.Return(request.Notes, desk.Me, desk.Now);
        return moved.IsSuccess ? TrainingAnswer.From(training) : Result<TrainingAnswer>.Failure(moved.Errors);
    }
}
