using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// Detached CMS as PAdES baseline wants it (EN 319 142-1, 6.3; CAdES, EN 319 122-1): content type, digest and the signer's
/// certificate are signed; the signing time stands in the PDF, not here. Written by hand, because the framework's own
/// wants the private key itself and an HSM does not give it away.
/// </summary>
internal static class CmsSignature
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const string RsaWithSha256 = "1.2.840.113549.1.1.11";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>What is signed in place of the file: its digest and who signs.</summary>
    public static byte[] Attributes(ReadOnlySpan<byte> digest, X509Certificate2 signer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            using (Attribute(writer, ContentType))
                writer.WriteObjectIdentifier(Data);
            using (Attribute(writer, MessageDigest))
                writer.WriteOctetString(digest);
            using (Attribute(writer, SigningCertificateV2))
            using (writer.PushSequence())
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                // SHA-256 is the default and therefore left out.
                writer.WriteOctetString(SHA256.HashData(signer.RawDataMemory.Span));
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, isConstructed: true)))
                        writer.WriteEncodedValue(signer.IssuerName.RawData);
                    writer.WriteInteger(signer.SerialNumberBytes.Span);
                }
            }
        }
        return writer.Encode();
    }

    /// <param name="attributes">What <see cref="Attributes"/> gave and <paramref name="signature"/> signs.</param>
    /// <param name="timestamp">A token over the signature (B-T).</param>
    public static byte[] Assemble(
        IReadOnlyList<X509Certificate2> certificates,
        byte[] attributes,
        ReadOnlySpan<byte> signature,
        byte[]? timestamp
    )
    {
        var signer = certificates[0];
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                    Algorithm(writer, Sha256, hasNull: false);
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(Data);
                using (writer.PushSetOf(Zero))
                {
                    foreach (var certificate in certificates)
                        writer.WriteEncodedValue(certificate.RawDataMemory.Span);
                }
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(1);
                    using (writer.PushSequence())
                    {
                        writer.WriteEncodedValue(signer.IssuerName.RawData);
                        writer.WriteInteger(signer.SerialNumberBytes.Span);
                    }
                    Algorithm(writer, Sha256, hasNull: false);
                    // The same attributes, tagged as a part instead of as a set.
                    writer.WriteEncodedValue([0xA0, .. attributes.AsSpan(1)]);
                    var rsa = signer.PublicKey.Oid.Value == "1.2.840.113549.1.1.1";
                    Algorithm(writer, rsa ? RsaWithSha256 : EcdsaWithSha256, hasNull: rsa);
                    writer.WriteOctetString(signature);
                    Timestamp(writer, timestamp);
                }
            }
        }
        return writer.Encode();
    }

    private static void Timestamp(AsnWriter writer, byte[]? token)
    {
        if (token is null)
            return;
        using (writer.PushSetOf(One))
        using (Attribute(writer, SignatureTimestamp))
            writer.WriteEncodedValue(token);
    }

    private static Closing Attribute(AsnWriter writer, string type)
    {
        var sequence = writer.PushSequence();
        writer.WriteObjectIdentifier(type);
        return new Closing(sequence, writer.PushSetOf());
    }

    private static void Algorithm(AsnWriter writer, string oid, bool hasNull)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (hasNull)
                writer.WriteNull();
        }
    }

    private readonly struct Closing(AsnWriter.Scope outer, AsnWriter.Scope inner) : IDisposable
    {
        public void Dispose()
        {
            inner.Dispose();
            outer.Dispose();
        }
    }
}
