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

    /// <summary>What is still to be issued before nothing more is expected, by training.</summary>
    /// <param name="passed">Participants who passed, by training.</param>
    Task<IReadOnlyDictionary<Guid, CertificateLack>> LackAsync(
        ILookup<Guid, Guid> passed,
        CancellationToken cancellationToken
    );

    /// <summary>Certificates in force, by training; trainings without any are left out.</summary>
    Task<IReadOnlyDictionary<Guid, CertificateCounts>> CountAsync(
        IReadOnlyCollection<Guid> trainings,
        CancellationToken cancellationToken
    );
}

/// <param name="Missing">People who passed and never got one; one that was revoked for another reason counts as given.</param>
/// <param name="Outdated">To be re-issued.</param>
public sealed record CertificateLack(int Missing, int Outdated)
{
    public static readonly CertificateLack None = new(0, 0);
}

/// <param name="Outdated">Of them to be re-issued.</param>
public sealed record CertificateCounts(int Issued, int Outdated)
{
    public static readonly CertificateCounts None = new(0, 0);

    /// <summary>Nothing can be lacking; otherwise <see cref="ITrainingCertificates.LackAsync"/> knows, person by person.</summary>
    public bool Cover(int passed) => Issued == passed && Outdated == 0;
}

/// <param name="Revoked">Their holders no longer pass.</param>
/// <param name="Outdated">They say something else than the training does now and are to be re-issued.</param>
/// <param name="Untouched">They stay as they are.</param>
public sealed record CertificateConsequences(int Revoked, int Outdated, int Untouched);
