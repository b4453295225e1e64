using Pionir.Domain.Certificates;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>What is the same for every certificate of a batch, read once a transaction.</summary>
internal sealed record BatchScene(
    SnapshotIssuer Issuer,
    SnapshotTraining Training,
    SnapshotSigner Signer,
    InstitutionSettings Settings,
    IReadOnlyDictionary<Guid, CertificateCandidate> People
);
