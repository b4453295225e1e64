using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Pionir.Application.Common.Signing;
using Pionir.Application.Tests.Certificates;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Signing;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Signing;

/// <summary>The institution's own key: a PKCS#12 file, as an authority hands it out.</summary>
public sealed class KeyFileTests : IDisposable
{
    private const string PassPhrase = "rahasia-2026";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 4, 5, TimeSpan.Zero);

    private readonly string path = Path.Combine(Path.GetTempPath(), $"pionir-{Guid.NewGuid():N}.p12");

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Key_WithItsChain_SignsPapersThatOthersCallValid(bool curve)
    {
        Write(curve);
        using var signer = Signer();
        var seals = new PaperSeals(signer, new NoTimestamps());
        var snapshot = Papers.Today(Papers.Snapshot("Siti Rahmawati"));
        var renderer = new CertificateRenderer();
        var paper = renderer.Render(snapshot, renderer.BuiltInTemplate, credential: Papers.Credential(snapshot));

        var seal = (
            await seals.MakeAsync(paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).Value;
        var file = seals.Apply(paper, seal);

        var told = await PdfPrograms.PdfsigAsync(file);
        told.ShouldContain("Signature is Valid.");
        told.ShouldContain("Total document signed");
        told.ShouldContain("Kementerian Contoh");
        (await PdfPrograms.QpdfAsync(file)).ShouldContain("No syntax or stream encoding errors found");
        ArchiveCheck.Complaints(file).ShouldBeEmpty();
        var cms = new SignedCms();
        cms.Decode(seal.Signature);
        // The authority that issued it goes along, the root above that does not.
        cms.Certificates.Select(one => one.GetNameInfo(X509NameType.SimpleName, forIssuer: false))
            .ShouldBe(["Kementerian Contoh", "Otoritas Penerbit"], ignoreOrder: true);
        file.Length.ShouldBeLessThan(60_000);
    }

    [Theory]
    [InlineData("signing.key_missing")]
    [InlineData("signing.key_closed")]
    [InlineData("signing.key_absent")]
    [InlineData("signing.key_usage")]
    [InlineData("signing.key_usage", true)]
    [InlineData("signing.key_expired")]
    [InlineData("signing.key_not_yet")]
    public async Task UnusableKey_SignsNothing_AndSaysWhy(string code, bool authority = false)
    {
        switch (code)
        {
            case "signing.key_missing":
                break;
            case "signing.key_closed":
                Write(passPhrase: "lain");
                break;
            case "signing.key_absent":
                Write(withKey: false);
                break;
            case "signing.key_usage":
                Write(usage: authority ? Signing : X509KeyUsageFlags.KeyEncipherment, authority: authority);
                break;
            case "signing.key_expired":
                Write(from: Now.AddYears(-2), until: Now.AddDays(-1));
                break;
            default:
                Write(from: Now.AddDays(1));
                break;
        }
        using var signer = Signer();

        (await IdentityAsync(signer)).Error.Code.ShouldBe(code);
        var made = await new PaperSeals(signer, new NoTimestamps()).MakeAsync(
            [],
            mustBeStamped: true,
            Now,
            TestContext.Current.CancellationToken
        );
        made.Error.Code.ShouldBe(code);
    }

    [Fact]
    public async Task FileThatIsMended_IsTakenWithoutANewStart()
    {
        using var signer = Signer();
        (await IdentityAsync(signer)).IsSuccess.ShouldBeFalse();

        Write();

        (await IdentityAsync(signer)).Value.Name.ShouldBe("Kementerian Contoh");
    }

    [Fact]
    public async Task FileThatIsRenewed_IsTakenWithoutANewStart_AndWhoBeganWithTheOldKeyEndsWithIt()
    {
        Write(until: Now.AddDays(10));
        var clock = Clock();
        using var signer = Signer(clock);
        var old = (await IdentityAsync(signer)).Value;
        clock.Advance(TimeSpan.FromDays(11));
        (await IdentityAsync(signer)).Error.Code.ShouldBe("signing.key_expired");

        Write(until: Now.AddYears(1));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));

        var renewed = (await IdentityAsync(signer)).Value;
        renewed.Until.ShouldBeGreaterThan(old.Until);
        byte[] data = [1, 2, 3];
        foreach (var identity in new[] { old, renewed })
        {
            using var certificate = X509CertificateLoader.LoadCertificate(identity.Certificates[0]);
            using var key = certificate.GetECDsaPublicKey()!;
            var signature = await signer.SignAsync(identity, data, TestContext.Current.CancellationToken);
            key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                .ShouldBeTrue();
        }
    }

    [Fact]
    public async Task CertificateThatEndsWhileTheServiceRuns_SignsNoMore()
    {
        Write(until: Now.AddDays(10));
        var clock = Clock();
        using var signer = Signer(clock);
        (await IdentityAsync(signer)).IsSuccess.ShouldBeTrue();

        clock.Advance(TimeSpan.FromDays(11));

        (await IdentityAsync(signer)).Error.Code.ShouldBe("signing.key_expired");
    }

    private const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

    private static FakeClock Clock()
    {
        var clock = new FakeClock();
        clock.Set(Now);
        return clock;
    }

    private static Task<Result<SigningIdentity>> IdentityAsync(ConfiguredSigner signer) =>
        signer.IdentityAsync(TestContext.Current.CancellationToken);

    private ConfiguredSigner Signer(TimeProvider? clock = null) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Signing:Certificate", path),
                    new("Signing:CertificatePassword", PassPhrase),
                ])
                .Build(),
            null!,
            clock ?? Clock()
        );

    private void Write(
        bool curve = true,
        string passPhrase = PassPhrase,
        bool withKey = true,
        X509KeyUsageFlags usage = Signing,
        bool authority = false,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null
    )
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("Akar Uji", rootKey).CreateSelfSigned(Now.AddYears(-10), Now.AddYears(10));
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = Authority("Otoritas Penerbit", issuerKey).Create(root, Now.AddYears(-9), Now.AddYears(9), [1]);
        using var issuer = bare.CopyWithPrivateKey(issuerKey);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        const string name = "CN=Kementerian Contoh,O=Kementerian Contoh,C=ID";
        var request = curve
            ? new CertificateRequest(name, ecdsa, HashAlgorithmName.SHA256)
            : new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        using var issued = request.Create(
            issuer.SubjectName,
            X509SignatureGenerator.CreateForECDsa(issuerKey),
            from ?? Now.AddYears(-1),
            until ?? Now.AddYears(2),
            [2]
        );
        using var own =
            !withKey ? X509CertificateLoader.LoadCertificate(issued.RawData)
            : curve ? issued.CopyWithPrivateKey(ecdsa)
            : issued.CopyWithPrivateKey(rsa);
        X509Certificate2Collection chain =
        [
            own,
            X509CertificateLoader.LoadCertificate(issuer.RawData),
            X509CertificateLoader.LoadCertificate(root.RawData),
        ];
        File.WriteAllBytes(path, chain.Export(X509ContentType.Pkcs12, passPhrase)!);
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }
}
