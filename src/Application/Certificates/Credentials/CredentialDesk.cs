using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pionir.Application.Common;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>
/// Gives out the credential of a certificate: written anew each time, signed when first asked for. Whoever prints a
/// certificate may ask here for what to attach to it.
/// </summary>
internal sealed class CredentialDesk(ICredentialStore store, ICredentialKeys keys, TimeProvider time) : IApplicationPart
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Bytes(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, Json);

    /// <summary>What no longer holds is not signed anew; what was signed while it held stays, and its status list says so.</summary>
    public async Task<Result<byte[]>> ReadAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        if (!certificate.IsIntact())
            return CertificateErrors.NotIntact(certificate.Number);
        var kept = await store.FindAsync(certificate.Id, cancellationToken);
        if (kept is null)
        {
            if (certificate.Status != CertificateStatus.Issued)
                return CertificateErrors.NotInForce(certificate.Number, certificate.Status);
            var key = await keys.CurrentAsync(cancellationToken);
            kept = await store.KeepAsync(certificate.Id, place => Sign(certificate, place, key), cancellationToken);
        }
        var (document, proof) = Write(certificate, kept.Place, kept.Key, kept.SignedAt);
        // A wording that is not what was signed must not go out as if it were.
        return
            kept.Format == CredentialDocument.Format
            && DataIntegrity.ContentHash(document, proof).AsSpan().SequenceEqual(kept.ContentHash)
            ? Bytes(DataIntegrity.Secured(document, proof, kept.Signature))
            : CertificateErrors.CredentialDiffers(certificate.Number);
    }

    private KeptCredential Sign(Certificate certificate, StatusPlace place, CredentialKey key)
    {
        var now = time.GetUtcNow();
        var (document, proof) = Write(certificate, place, key, now);
        var hash = DataIntegrity.ContentHash(document, proof);
        return new KeptCredential(place, key, CredentialDocument.Format, now, hash, keys.Sign(key, hash));
    }

    private static (JsonObject Document, JsonObject Proof) Write(
        Certificate certificate,
        StatusPlace place,
        CredentialKey key,
        DateTimeOffset signedAt
    )
    {
        var addresses = CredentialAddresses.Of(CertificateSnapshot.FromJson(certificate.Snapshot));
        return (CredentialDocument.Of(certificate, place), DataIntegrity.Proof(addresses.Key(key), signedAt));
    }
}
