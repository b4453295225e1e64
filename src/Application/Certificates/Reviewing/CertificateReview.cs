using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Reviewing;

/// <summary>
/// Brings the certificates of a training in line with its corrected results: whoever no longer passes loses theirs,
/// a paper that says something else now is marked for a re-issue, all others stay untouched.
/// </summary>
internal sealed class CertificateReview(
    IDatabase database,
    ICurrentUser user,
    HeldCertificates held,
    ICertificateCandidates candidates,
    ICertificateStore store,
    CertificateDelivery delivery,
    IInstitution institution,
    IInstitutionClock clock,
    IAuditLog audit,
    TimeProvider time
) : IApplicationPart
{
    public async Task AfterCompletionAsync(Guid trainingId, CancellationToken cancellationToken)
    {
        var groups = await HeldAsync(trainingId, cancellationToken);
        if (groups.Count == 0)
            return;
        var training = (await candidates.FindTrainingAsync(trainingId, cancellationToken))!;
        var says = SnapshotMaker.TrainingOf(training);
        var holders = groups.SelectMany(group => group.Participants).ToList();
        var passed = (await candidates.ListAsync(trainingId, holders, cancellationToken))
            .Where(person => person.Passed)
            .Select(person => person.ParticipantId)
            .ToHashSet();
        var outdated = groups
            .Where(group => group.Training.DifferencesFrom(says).Count > 0)
            .SelectMany(group => group.Participants)
            .ToList();
        var touched = await InForce(trainingId)
            .Where(certificate =>
                !passed.Contains(certificate.ParticipantId)
                || outdated.Contains(certificate.ParticipantId)
                || certificate.OutdatedSince != null
            )
            .ToListAsync(cancellationToken);
        var failed = touched.Where(certificate => !passed.Contains(certificate.ParticipantId)).ToList();
        var reason = await ReasonAsync(training, cancellationToken);
        await RevokeAsync(failed, RevocationClass.ResultCorrected, reason, cancellationToken);
        foreach (var certificate in touched.Except(failed))
            certificate.CompareWith(says, time.GetUtcNow());
    }

    /// <summary>A training can be called off only after it was opened again; then nothing was achieved in it.</summary>
    public async Task AfterCancellationAsync(Guid trainingId, CancellationToken cancellationToken)
    {
        if ((await HeldAsync(trainingId, cancellationToken)).Count == 0)
            return;
        var training = (await candidates.FindTrainingAsync(trainingId, cancellationToken))!;
        var reason = await ReasonAsync(training, cancellationToken);
        var all = await InForce(trainingId).ToListAsync(cancellationToken);
        await RevokeAsync(all, RevocationClass.TrainingAnnulled, reason, cancellationToken);
    }

    /// <summary>Under the lock that issuing takes too: no certificate comes in between unseen.</summary>
    private async Task<IReadOnlyList<HeldGroup>> HeldAsync(Guid trainingId, CancellationToken cancellationToken)
    {
        await store.LockSourceAsync(trainingId, cancellationToken);
        var groups = await held.ReadAsync(trainingId, cancellationToken);
        // Results are read by queries below: they must stand in the database first.
        if (groups.Count > 0)
            await database.SaveChangesAsync(cancellationToken);
        return groups;
    }

    private IQueryable<Certificate> InForce(Guid trainingId) =>
        database
            .Set<Certificate>()
            .Where(certificate =>
                certificate.Kind == CertificateKind.Training
                && certificate.SourceId == trainingId
                && certificate.Status == CertificateStatus.Issued
            )
            .OrderBy(certificate => certificate.Sequence);

    /// <summary>Which training was opened again, when and in whose words why: the class beside it says the rest in each language.</summary>
    private async Task<string> ReasonAsync(CertifiableTraining training, CancellationToken cancellationToken)
    {
        if (training.LastReopening is not { } reopening)
            return training.Code;
        var day = await clock.DayOfAsync(reopening.At, cancellationToken);
        var reason = $"{training.Code}, {day:dd-MM-yyyy}: {reopening.Reason}";
        return reason.Length > Certificate.ReasonMaximum ? reason[..Certificate.ReasonMaximum] : reason;
    }

    private async Task RevokeAsync(
        List<Certificate> certificates,
        RevocationClass revocationClass,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (certificates.Count == 0)
            return;
        var settings = await institution.CurrentAsync(cancellationToken);
        foreach (var certificate in certificates)
        {
            certificate.Revoke(revocationClass, reason, user.UserId, time.GetUtcNow());
            delivery.TellRevoked(certificate, settings);
            audit.Record(
                "RevokeCertificate",
                nameof(Certificate),
                certificate.Id.Value,
                certificate.Number,
                new { certificate.HolderName, Class = revocationClass.ToString() }
            );
        }
    }
}
