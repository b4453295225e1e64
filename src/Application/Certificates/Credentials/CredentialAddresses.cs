using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>The public addresses that credentials name. They are signed: none of them may ever change.</summary>
internal sealed class CredentialAddresses
{
    private readonly string start;

    private CredentialAddresses(string address) => start = address.TrimEnd('/');

    public string Issuer => $"{start}/api/v1/public/issuer";

    public static CredentialAddresses At(Uri installation) => new(installation.ToString());

    /// <summary>Where the installation was when the certificate was issued.</summary>
    public static CredentialAddresses Of(CertificateSnapshot snapshot) =>
        new(snapshot.VerificationAddress[..snapshot.VerificationAddress.LastIndexOf("/v/", StringComparison.Ordinal)]);

    public string Credential(string token) => $"{start}/api/v1/public/certificates/{token}/credential";

    public string StatusList(int number) => $"{start}/api/v1/public/credential-status/{number}";

    public string Key(CredentialKey key) => $"{Issuer}#{key.PublicKey}";

    public string Logo => $"{start}/api/v1/institution/logo";

    public string Home => $"{start}/";

    public string Level(SnapshotCompetency competency) =>
        $"{start}/api/v1/dictionaries/{Uri.EscapeDataString(competency.Dictionary)}/versions/{competency.Version}"
        + $"/competencies/{Uri.EscapeDataString(competency.Code)}/levels/{competency.Level}";
}
