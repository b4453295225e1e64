using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Signing;

namespace Pionir.Application.Tests.Signing;

/// <summary>Stands where a device with the institution's key would stand.</summary>
internal sealed class TestSigner(X509Certificate2 certificate, Func<byte[], byte[]> sign)
    : ICertificateSigner,
        IDisposable
{
    private readonly SigningIdentity identity = new(
        "Segel Uji",
        [certificate.RawData],
        DateTimeOffset.MaxValue,
        IsTest: true
    );

    public static TestSigner Curve()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new TestSigner(
            Make(new CertificateRequest("CN=Segel Uji", key, HashAlgorithmName.SHA256)),
            data => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );
    }

    public static TestSigner Rsa()
    {
        var key = RSA.Create(2048);
        return new TestSigner(
            Make(new CertificateRequest("CN=Segel Uji", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );
    }

    public Task<Result<SigningIdentity>> IdentityAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Result<SigningIdentity>>(identity);

    public Task<byte[]> SignAsync(SigningIdentity by, byte[] data, CancellationToken cancellationToken) =>
        Task.FromResult(sign(data));

    public void Dispose() => certificate.Dispose();

    private static X509Certificate2 Make(CertificateRequest request)
    {
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true)
        );
        return request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
    }
}

internal sealed class NoTimestamps : ITimestamps
{
    public bool IsConfigured => false;

    public Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nobody asked for a time-stamp.");
}
