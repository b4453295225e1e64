using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Participation;
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

internal sealed class UpdateCompletionRuleHandler(IDatabase database, TrainingGate gate, IEvaluationAnswers evaluations)
    : IRequestHandler<UpdateCompletionRule, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(UpdateCompletionRule request, CancellationToken ct)
    {
        var id = TrainingId.From(request.TrainingId);
        var training = await database.Set<Training>().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (
            training is null
            || !(gate.Runs(training, Permission.TrainingsRun) || gate.Runs(training, Permission.TrainingsPlan))
        )
        {
            return TrainingErrors.NotFound();
        }
        if (request.EvaluationRequired && !evaluations.IsAvailable)
            return CompletionErrors.EvaluationNotAvailable();
        if (Versions.Check((uint)training.Revision, request.ExpectedVersion) is { } stale)
            return stale;
        var changed = training.SetCompletionRule(
            request.MinimumAttendancePercent,
            request.MinimumPostTestScore,
            request.EvaluationRequired
        );
        return changed.IsSuccess ? TrainingAnswer.From(training) : changed.Error;
    }
}
