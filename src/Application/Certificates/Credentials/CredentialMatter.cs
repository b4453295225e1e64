using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>What of a certificate goes into its credential; none of it ever changes.</summary>
/// <param name="SourceId">The training or unit report.</param>
public sealed record CredentialMatter(
    string Number,
    CertificateSnapshot Content,
    Guid SourceId,
    DateTimeOffset IssuedAt
)
{
    public static CredentialMatter Of(Certificate certificate) =>
        new(
            certificate.Number,
            CertificateSnapshot.FromJson(certificate.Snapshot),
            certificate.SourceId,
            certificate.IssuedAt
        );
}
