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

/// <summary>Approves a submission; never by who submitted it.</summary>
/// <param name="SeenVersion">What the approver read; refused when it has changed since.</param>
[Requires(Permission.TrainingsApprove)]
public sealed record ApproveTraining(Guid Id, string? Notes, uint? SeenVersion) : ICommand<TrainingAnswer>;

internal sealed class ApproveTrainingValidator : AbstractValidator<ApproveTraining>
{
    public ApproveTrainingValidator() => RuleFor(request => request.Notes).MaximumLength(Training.NoteMaximum);
}

internal sealed class ApproveTrainingHandler(PlanningDesk desk)
    : IRequestHandler<ApproveTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(ApproveTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(request.Id, cancellationToken, Permission.TrainingsApprove);
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        if (request.SeenVersion is { } seen && Versions.Check((uint)training.Revision, seen) is { } stale)
            return stale;
        var moved = training.Approve(desk.Me, desk.Now, request.Notes);
        return moved.IsSuccess ? TrainingAnswer.From(training) : Result<TrainingAnswer>.Failure(moved.Errors);
    }
}
