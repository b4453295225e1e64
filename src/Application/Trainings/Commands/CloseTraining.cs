using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
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

internal sealed class CloseTrainingHandler(IDatabase database, PlanningDesk desk, ITrainingCertificates certificates)
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
        var moved = training.Close(required, desk.Me, desk.Now);
        if (!moved.IsSuccess)
            return Result<TrainingAnswer>.Failure(moved.Errors);
        return await LackAsync(training, cancellationToken) is { } lack ? lack : TrainingAnswer.From(training);
    }

    /// <summary>Organisers' certificates are a condition to pass; those of our own are issued afterwards.</summary>
    private async Task<Error?> LackAsync(Training training, CancellationToken cancellationToken)
    {
        if (training.Scheme != DeliveryScheme.SelfManaged)
            return null;
        var passed = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Id && one.State == ParticipantState.Passed)
            .Select(one => one.Id)
            .ToListAsync(cancellationToken);
        var lack = await certificates.LackAsync(
            training.Id.Value,
            [.. passed.Select(one => one.Value)],
            cancellationToken
        );
        return lack switch
        {
            { Missing: > 0 } => CompletionErrors.CertificatesMissing(lack.Missing),
            { Outdated: > 0 } => CompletionErrors.CertificatesOutdated(lack.Outdated),
            _ => null,
        };
    }
}
