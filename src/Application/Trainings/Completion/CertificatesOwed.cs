using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Completion;

/// <summary>What a completed training still owes those who passed, before it can be closed.</summary>
internal sealed class CertificatesOwed(IDatabase database, ITrainingCertificates certificates) : IApplicationPart
{
    /// <summary>Organisers' certificates are a condition to pass; those of our own are issued afterwards.</summary>
    public async Task<CertificateLack> ByAsync(Training training, CancellationToken cancellationToken)
    {
        if (training.State != TrainingState.Completed || training.Scheme != DeliveryScheme.SelfManaged)
            return CertificateLack.None;
        var passed = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Id && one.State == ParticipantState.Passed)
            .Select(one => one.Id)
            .ToListAsync(cancellationToken);
        return await certificates.LackAsync(training.Id.Value, [.. passed.Select(one => one.Value)], cancellationToken);
    }
}
