using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Pionir.Application.Tests.Signing;

/// <summary>A small RFC 3161 authority that answers instead of the network.</summary>
internal sealed class TimestampAuthority(DateTimeOffset now) : HttpMessageHandler, IHttpClientFactory
{
    private X509Certificate2 certificate = Make(0);

    public int Failures { get; init; }
    public bool StampsOther { get; init; }
    public int Asked { get; private set; }

    /// <summary>Bytes that its certificate has besides what is needed, as those of long chains do.</summary>
    public int Ballast
    {
        set
        {
            certificate.Dispose();
            certificate = Make(value);
        }
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (++Asked <= Failures)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        var query = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        Rfc3161TimestampRequest.TryDecode(query, out var asked, out _).ShouldBeTrue();
        return new HttpResponseMessage { Content = new ByteArrayContent(Answer(asked!)) };
    }

    protected override void Dispose(bool disposing)
    {
        certificate.Dispose();
        base.Dispose(disposing);
    }

    private byte[] Answer(Rfc3161TimestampRequest asked)
    {
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), Information(asked)));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            IncludeOption = X509IncludeOption.EndCertOnly,
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), SigningCertificate()));
        cms.ComputeSignature(signer);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(0);
            writer.WriteEncodedValue(cms.Encode());
        }
        return writer.Encode();
    }

    private byte[] Information(Rfc3161TimestampRequest asked)
    {
        var hash = StampsOther ? SHA256.HashData("lain"u8) : asked.GetMessageHash().ToArray();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
                    writer.WriteNull();
                }
                writer.WriteOctetString(hash);
            }
            writer.WriteInteger(4711);
            writer.WriteGeneralizedTime(now, omitFractionalSeconds: true);
            writer.WriteInteger(asked.GetNonce()!.Value.Span);
        }
        return writer.Encode();
    }

    private byte[] SigningCertificate()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }

    private static X509Certificate2 Make(int ballast)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=Cap Waktu Uji",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true)
        );
        if (ballast > 0)
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.99999.2", new byte[ballast], false));
        return request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
    }
}
