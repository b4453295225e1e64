using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>What somebody must have done to pass.</summary>
/// <param name="MinimumAttendancePercent">0 to 100, of all session minutes.</param>
/// <param name="MinimumPostTestScore">0 to 100; none when there is no test.</param>
[Requires(Permission.TrainingsRun, Permission.TrainingsPlan)]
public sealed record UpdateCompletionRule(
    Guid TrainingId,
    int MinimumAttendancePercent,
    decimal? MinimumPostTestScore,
    bool EvaluationRequired,
    uint? ExpectedVersion
) : ICommand<TrainingAnswer>, IVersioned;

internal sealed class UpdateCompletionRuleHandler(PlanningDesk desk, IEvaluationAnswers evaluations)
    : IRequestHandler<UpdateCompletionRule, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(UpdateCompletionRule request, CancellationToken ct)
    {
        var found = await desk.LockAsync(
            request.TrainingId,
            request.ExpectedVersion,
            ct,
            Permission.TrainingsRun,
            Permission.TrainingsPlan
        );
        if (!found.IsSuccess)
            return found.Error;
        if (request.EvaluationRequired && !evaluations.IsAvailable)
            return CompletionErrors.EvaluationNotAvailable();
        var changed = found.Value.SetCompletionRule(
            request.MinimumAttendancePercent,
            request.MinimumPostTestScore,
            request.EvaluationRequired
        );
        return changed.IsSuccess ? TrainingAnswer.From(found.Value) : changed.Error;
    }
}
