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

    public async Task<IReadOnlyDictionary<Guid, CertificateLack>> LackAsync(
        ILookup<Guid, Guid> passed,
        CancellationToken cancellationToken
    )
    {
        var found = await Of([.. passed.Select(group => group.Key)])
            .Where(certificate =>
                certificate.Status == CertificateStatus.Issued
                || (
                    certificate.Status == CertificateStatus.Revoked
                    && certificate.RevocationClass != RevocationClass.ResultCorrected
                )
            )
            .Select(certificate => new
            {
                certificate.SourceId,
                certificate.ParticipantId,
                Outdated = certificate.Status == CertificateStatus.Issued && certificate.OutdatedSince != null,
            })
            .ToListAsync(cancellationToken);
        var given = found.ToLookup(certificate => certificate.SourceId);
        return passed.ToDictionary(
            group => group.Key,
            group => new CertificateLack(
                group.Except(given[group.Key].Select(certificate => certificate.ParticipantId)).Count(),
                given[group.Key].Count(certificate => certificate.Outdated)
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
