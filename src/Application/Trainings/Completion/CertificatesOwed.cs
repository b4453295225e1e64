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
        var lacks = await ByAsync([training.Id], cancellationToken);
        return lacks.GetValueOrDefault(training.Id.Value) ?? CertificateLack.None;
    }

    /// <param name="completed">Completed trainings of our own; those in which nobody passed are left out of the answer.</param>
    public async Task<IReadOnlyDictionary<Guid, CertificateLack>> ByAsync(
        IReadOnlyCollection<TrainingId> completed,
        CancellationToken cancellationToken
    )
    {
        if (completed.Count == 0)
            return new Dictionary<Guid, CertificateLack>();
        var passed = await database
            .Set<Participant>()
            .Where(one => completed.Contains(one.TrainingId) && one.State == ParticipantState.Passed)
            .Select(one => new { one.TrainingId, one.Id })
            .ToListAsync(cancellationToken);
        return await certificates.LackAsync(
            passed.ToLookup(one => one.TrainingId.Value, one => one.Id.Value),
            cancellationToken
        );
    }
}
