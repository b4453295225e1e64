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

/// <param name="Start">First day of the copy; the same day when left out.</param>
/// <param name="WithSessions">The timetable moves along.</param>
[Requires(Permission.TrainingsPlan)]
public sealed record CopyTraining(Guid Id, DateOnly? Start, string? Title, string? Batch, bool WithSessions)
    : ICommand<TrainingAnswer>;

internal sealed class CopyTrainingValidator : AbstractValidator<CopyTraining>
{
    public CopyTrainingValidator()
    {
        RuleFor(request => request.Title).MaximumLength(Training.TitleMaximum);
        RuleFor(request => request.Batch).MaximumLength(Training.CodeMaximum);
        RuleFor(request => request.Start)
            .InclusiveBetween(new DateOnly(Training.YearMinimum, 1, 1), new DateOnly(Training.YearMaximum, 12, 31));
    }
}

internal sealed class CopyTrainingHandler(IDatabase database, PlanningDesk desk, IActivityCodes codes)
    : IRequestHandler<CopyTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(CopyTraining request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(request.Id, cancellationToken, Permission.TrainingsPlan);
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var original = found.Value;
        var start = request.Start ?? original.Start;
        var code = await codes.NextAsync(original.PlanFrom(start), original.UnitId, cancellationToken);
        if (!code.IsSuccess)
            return Result<TrainingAnswer>.Failure(code.Errors);
        var copy = original.Copy(
            start,
            request.Title,
            request.Batch,
            request.WithSessions,
            code.Value,
            desk.Me,
            desk.Now
        );
        if (!copy.IsSuccess)
            return Result<TrainingAnswer>.Failure(copy.Errors);
        database.Set<Training>().Add(copy.Value);
        return TrainingAnswer.From(copy.Value);
    }
}
