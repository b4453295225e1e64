using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;

namespace Pionir.Application.Certificates.Reviewing;

/// <inheritdoc cref="ITrainingCertificates"/>
internal sealed class TrainingCertificates(HeldCertificates held, ICertificateCandidates candidates)
    : ITrainingCertificates,
        IApplicationPart
{
    public async Task<CertificateConsequences> ForeseeAsync(
        Guid trainingId,
        IReadOnlySet<Guid> passing,
        CancellationToken cancellationToken
    )
    {
        var groups = await held.ReadAsync(trainingId, cancellationToken);
        if (groups.Count == 0 || await candidates.FindTrainingAsync(trainingId, cancellationToken) is not { } training)
            return new CertificateConsequences(0, 0, 0);
        var now = SnapshotMaker.TrainingOf(training);
        var (revoked, outdated, untouched) = (0, 0, 0);
        foreach (var group in groups)
        {
            var passes = group.Participants.Count(passing.Contains);
            revoked += group.Participants.Count - passes;
            if (group.Training.DifferencesFrom(now).Count > 0)
                outdated += passes;
            else
                untouched += passes;
        }
        return new CertificateConsequences(revoked, outdated, untouched);
    }
}
