using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Reviewing;

/// <inheritdoc cref="ITrainingCertificates"/>
internal sealed class TrainingCertificates(IDatabase database, HeldCertificates held, ICertificateCandidates candidates)
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

    public async Task<CertificateLack> LackAsync(
        Guid trainingId,
        IReadOnlyCollection<Guid> passed,
        CancellationToken cancellationToken
    )
    {
        var given = await Of([trainingId])
            .Where(certificate =>
                certificate.Status == CertificateStatus.Issued
                || (
                    certificate.Status == CertificateStatus.Revoked
                    && certificate.RevocationClass != RevocationClass.ResultCorrected
                )
            )
            .Select(certificate => new
            {
                certificate.ParticipantId,
                certificate.Status,
                certificate.OutdatedSince,
            })
            .ToListAsync(cancellationToken);
        return new CertificateLack(
            passed.Except(given.Select(certificate => certificate.ParticipantId)).Count(),
            given.Count(certificate =>
                certificate.Status == CertificateStatus.Issued && certificate.OutdatedSince is not null
            )
        );
    }

    public async Task<IReadOnlyDictionary<Guid, CertificateCounts>> CountAsync(
        IReadOnlyCollection<Guid> trainings,
        CancellationToken cancellationToken
    ) =>
        await Of(trainings)
            .Where(certificate => certificate.Status == CertificateStatus.Issued)
            .GroupBy(certificate => certificate.SourceId)
            .Select(group => new
            {
                group.Key,
                Issued = group.Count(),
                Outdated = group.Count(certificate => certificate.OutdatedSince != null),
            })
            .ToDictionaryAsync(
                group => group.Key,
                group => new CertificateCounts(group.Issued, group.Outdated),
                cancellationToken
            );

    private IQueryable<Certificate> Of(IReadOnlyCollection<Guid> trainings) =>
        database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(certificate =>
                certificate.Kind == CertificateKind.Training && trainings.Contains(certificate.SourceId)
            );
}
