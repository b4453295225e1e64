namespace Pionir.Application.Certificates;

/// <summary>What trainings ask of their certificates.</summary>
public interface ITrainingCertificates
{
    /// <summary>What completing again would do to the certificates that are in force.</summary>
    /// <param name="passing">Participants who pass by the corrected results.</param>
    Task<CertificateConsequences> ForeseeAsync(
        Guid trainingId,
        IReadOnlySet<Guid> passing,
        CancellationToken cancellationToken
    );
}

/// <param name="Revoked">Their holders no longer pass.</param>
/// <param name="Outdated">They say something else than the training does now and are to be re-issued.</param>
/// <param name="Untouched">They stay as they are.</param>
public sealed record CertificateConsequences(int Revoked, int Outdated, int Untouched);
