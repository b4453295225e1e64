using Pionir.Domain.Common;

namespace Pionir.Application.Common.Signing;

/// <summary>
/// Holds the institution's signing key, or knows the device that does (an HSM): it is given what to sign and returns the
/// signature alone, so that the key never has to be seen.
/// </summary>
public interface ICertificateSigner
{
    /// <returns>Why nothing can be signed, when the key cannot be had or must not sign today.</returns>
    Task<Result<SigningIdentity>> IdentityAsync(CancellationToken cancellationToken);

    /// <param name="by">As <see cref="IdentityAsync"/> gave it: the key may have been renewed since.</param>
    /// <param name="data">Hashed with SHA-256 on the way.</param>
    /// <returns>ECDSA as a DER sequence, RSA as PKCS#1 v1.5.</returns>
    Task<byte[]> SignAsync(SigningIdentity by, byte[] data, CancellationToken cancellationToken);
}

/// <summary>Who signs.</summary>
/// <param name="Name">As the certificate names its holder.</param>
/// <param name="Certificates">The signer's own first, then those above it (DER).</param>
/// <param name="Until">When the signer's certificate ends.</param>
/// <param name="IsTest">Made by Pionir itself, because no certificate is configured.</param>
public sealed record SigningIdentity(
    string Name,
    IReadOnlyList<byte[]> Certificates,
    DateTimeOffset Until,
    bool IsTest
);
