using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// The end of its life: results can no longer be opened again and documents stay as they are. Needs its documents and
/// a certificate for everybody who passed; what was spent may still be reported.
/// </summary>
[Requires(Permission.TrainingsRun)]
public sealed record CloseTraining(Guid Id) : ICommand<TrainingAnswer>;

internal sealed class CloseTrainingHandler(PlanningDesk desk, CertificatesOwed owed)
    : IRequestHandler<CloseTraining, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(CloseTraining request, CancellationToken cancellationToken)
    {
        // Under the lock of completing and reopening: results do not change between the look and the move.
        var found = await desk.LockAsync(request.Id, cancellationToken, Permission.TrainingsRun);
        if (!found.IsSuccess)
            return Result<TrainingAnswer>.Failure(found.Errors);
        var training = found.Value;
        var required = await desk.RequirementsAsync(cancellationToken);
        var lack = await owed.ByAsync(training, cancellationToken);
        var moved = training.Close(required, desk.Me, desk.Now);
        if (!moved.IsSuccess)
            return Result<TrainingAnswer>.Failure(moved.Errors);
        return lack switch
        {
            { Missing: > 0 } => CompletionErrors.CertificatesMissing(lack.Missing),
            { Outdated: > 0 } => CompletionErrors.CertificatesOutdated(lack.Outdated),
            _ => TrainingAnswer.From(training),
        };
    }
}
