using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Asks the head for another JP of the programme or other competencies than were approved.</summary>
/// <param name="ProgrammeJp">None: JP by the sessions.</param>
/// <param name="Competencies">All of them, as they shall be.</param>
[Requires(Permission.TrainingsPlan)]
public sealed record ProposeRevision(
    Guid Id,
    int? ProgrammeJp,
    string? ProgrammeJpReason,
    IReadOnlyList<CompetencyTarget> Competencies,
    string Reason,
    uint? ExpectedVersion
) : ICommand<TrainingAnswer>, IVersioned, IReasoned;

internal sealed class ProposeRevisionValidator : AbstractValidator<ProposeRevision>
{
    public ProposeRevisionValidator()
    {
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Training.NoteMaximum);
        RuleFor(request => request.ProgrammeJpReason).MaximumLength(Training.LongTextMaximum);
        RuleFor(request => request.Competencies).NotNull().Must(all => all is null || all.Count <= 50);
    }
}

internal sealed class ProposeRevisionHandler(PlanningDesk desk, TrainingTargets targets)
    : IRequestHandler<ProposeRevision, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(ProposeRevision request, CancellationToken cancellationToken)
    {
        var found = await desk.LockAsync(
            request.Id,
            request.ExpectedVersion,
            cancellationToken,
            Permission.TrainingsPlan
        );
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        var unknown = await targets.CheckAsync(request.Competencies, training.ToPlan().Competencies, cancellationToken);
        if (unknown.Count > 0)
            return Result<TrainingAnswer>.Failure(unknown);
        var proposed = training.ProposeRevision(
            request.ProgrammeJp,
            request.ProgrammeJpReason,
            request.Competencies,
            request.Reason,
            desk.Me,
            desk.Now
        );
        return proposed.IsSuccess ? TrainingAnswer.From(training) : Result<TrainingAnswer>.Failure(proposed.Errors);
    }
}
