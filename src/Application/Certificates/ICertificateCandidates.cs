using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates;

/// <summary>What certificates need to know of a training; implemented where trainings live.</summary>
public interface ICertificateCandidates
{
    /// <summary>Null when there is no such training. Scope is checked by the caller, by <c>Unit</c>.</summary>
    Task<CertifiableTraining?> FindTrainingAsync(Guid trainingId, CancellationToken cancellationToken);

    /// <summary>Everyone who attended, in the order in which numbers are given (as the participant list shows it).</summary>
    /// <param name="only">These participants; all of them when left out.</param>
    Task<IReadOnlyList<CertificateCandidate>> ListAsync(
        Guid trainingId,
        IReadOnlyCollection<Guid>? only,
        CancellationToken cancellationToken
    );
}

/// <param name="Unit">Decides who may see and issue.</param>
/// <param name="Completed">Certificates open when the training is completed.</param>
/// <param name="IssuedHere">True for self-managed trainings; the others bring the certificate of their organiser.</param>
/// <param name="Subjects">Second page, in the order of the programme.</param>
public sealed record CertifiableTraining(
    Guid Id,
    string Code,
    string Name,
    string? Batch,
    UnitId Unit,
    bool Completed,
    bool IssuedHere,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string Place,
    int Jp,
    IReadOnlyList<CertifiableSubject> Subjects
)
{
    /// <summary>When its results were opened again after a completion, the last time.</summary>
    public TrainingReopening? LastReopening { get; init; }

    /// <summary>What it develops, as the published dictionary words it.</summary>
    public IReadOnlyList<CertifiableCompetency> Competencies { get; init; } = [];

    /// <summary>Who runs it; decides with unit and kind which template is printed.</summary>
    public CertificateScheme? Scheme { get; init; }
}

public sealed record TrainingReopening(DateTimeOffset At, string Reason);

public sealed record CertifiableSubject(string Name, int Jp);

/// <param name="Dictionary">Code of the dictionary.</param>
/// <param name="Framework">Its title.</param>
public sealed record CertifiableCompetency(
    string Dictionary,
    int Version,
    string Framework,
    string Code,
    string Name,
    int Level
);

/// <param name="IdentityLabel">What the institution calls the number.</param>
/// <param name="Affiliation">Unit, or the institution of an external participant.</param>
/// <param name="Email">Where the link goes when there is no account (externals).</param>
/// <param name="Passed">Only those who passed get a certificate.</param>
public sealed record CertificateCandidate(
    Guid ParticipantId,
    EmployeeId? EmployeeId,
    string Name,
    string? IdentityLabel,
    string? IdentityNumber,
    string? Position,
    string Affiliation,
    string? Email,
    bool Passed
);
