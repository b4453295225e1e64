using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Pionir.Application.Common.Signing;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// Signs with the PKCS#12 file that <c>Signing:Certificate</c> names; without one, with a test certificate of its own
/// making.
/// </summary>
internal sealed class ConfiguredSigner(IConfiguration configuration, TestCertificates tests)
    : ICertificateSigner,
        IDisposable
{
    private readonly SemaphoreSlim loading = new(1);
    private Key? key;

    public async Task<SigningIdentity> IdentityAsync(CancellationToken cancellationToken) =>
        (await KeyAsync(cancellationToken)).Identity;

    public async Task<byte[]> SignAsync(byte[] data, CancellationToken cancellationToken)
    {
        var held = await KeyAsync(cancellationToken);
        return held.Curve is { } curve
            ? curve.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            : held.Rsa!.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public void Dispose()
    {
        loading.Dispose();
        key?.Curve?.Dispose();
        key?.Rsa?.Dispose();
    }

    private async ValueTask<Key> KeyAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref key) is { } held)
            return held;
        await loading.WaitAsync(cancellationToken);
        try
        {
            return key ??= configuration["Signing:Certificate"] is { Length: > 0 } path
                ? FromFile(path, configuration["Signing:CertificatePassword"])
                : await TestAsync(cancellationToken);
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<Key> TestAsync(CancellationToken cancellationToken)
    {
        var (certificate, curve) = await tests.CurrentAsync(cancellationToken);
        return new Key(new SigningIdentity(TestCertificates.Name, [certificate], IsTest: true), curve, null);
    }

    private static Key FromFile(string path, string? password)
    {
        var chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
        var own =
            chain.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new InvalidOperationException($"{path} holds no private key to sign with.");
        // The root is left out: who does not have it already should not believe it for being sent along.
        var above = chain.Where(certificate =>
            certificate != own
            && !certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
        );
        var identity = new SigningIdentity(
            own.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            [own.RawData, .. above.Select(certificate => certificate.RawData)],
            IsTest: false
        );
        return own.GetECDsaPrivateKey() is { } curve
            ? new Key(identity, curve, null)
            : new Key(
                identity,
                null,
                own.GetRSAPrivateKey()
                    ?? throw new InvalidOperationException($"{path}: only RSA and elliptic curve keys can sign.")
            );
    }

    private sealed record Key(SigningIdentity Identity, ECDsa? Curve, RSA? Rsa);
}
