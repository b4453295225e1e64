using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Signing;

/// <summary>A key in memory and what its certificate says of it.</summary>
internal sealed record SigningKey(SigningIdentity Identity, DateTimeOffset From, ECDsa? Curve, RSA? Rsa) : IDisposable
{
    public byte[] Sign(byte[] data) =>
        Curve is { } curve
            ? curve.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            : Rsa!.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Null when it may sign at that time. A signature made outside that time is called bad by everybody.</summary>
    public Error? ProblemAt(DateTimeOffset now) =>
        now < From ? SigningErrors.KeyNotYet(From)
        : now > Identity.Until ? SigningErrors.KeyExpired(Identity.Until)
        : null;

    public void Dispose()
    {
        Curve?.Dispose();
        Rsa?.Dispose();
    }

    /// <summary>From a PKCS#12 file.</summary>
    public static Result<SigningKey> Open(string path, string? password)
    {
        X509Certificate2Collection chain;
        try
        {
            chain = X509CertificateLoader.LoadPkcs12Collection(File.ReadAllBytes(path), password);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return SigningErrors.KeyMissing();
        }
        catch (CryptographicException)
        {
            return SigningErrors.KeyClosed();
        }
        if (chain.FirstOrDefault(certificate => certificate.HasPrivateKey) is not { } own)
            return SigningErrors.KeyAbsent();
        if (!MaySign(own))
            return SigningErrors.KeyUsage();
        // The root is left out: who does not have it already should not believe it for being sent along.
        var above = chain.Where(certificate =>
            certificate != own
            && !certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
        );
        var identity = new SigningIdentity(
            own.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            [own.RawData, .. above.Select(certificate => certificate.RawData)],
            own.NotAfter.ToUniversalTime(),
            IsTest: false
        );
        var (curve, rsa) = (own.GetECDsaPrivateKey(), own.GetRSAPrivateKey());
        return curve is null && rsa is null
            ? SigningErrors.KeyKind()
            : new SigningKey(identity, own.NotBefore.ToUniversalTime(), curve, rsa);
    }

    /// <summary>RFC 5280, 4.2.1.3 and 4.2.1.9; a certificate that says nothing of its use may be used for anything.</summary>
    private static bool MaySign(X509Certificate2 certificate)
    {
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var authority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault();
        const X509KeyUsageFlags signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        return (usage is null || (usage.KeyUsages & signing) != 0) && authority?.CertificateAuthority != true;
    }
}
