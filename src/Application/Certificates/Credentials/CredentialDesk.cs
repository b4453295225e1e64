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

    /// <summary>
    /// What no longer holds is not signed anew; what was signed while it held stays, and its status list says so. What was
    /// signed with a key that has been withdrawn since is signed again with today's, when somebody asks.
    /// </summary>
    public async Task<Result<byte[]>> ReadAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        if (!certificate.IsIntact())
            return CertificateErrors.NotIntact(certificate.Number);
        var matter = CredentialMatter.Of(certificate);
        var kept = await store.FindAsync(certificate.Id, cancellationToken) is [.., var newest] ? newest : null;
        if (kept is null or { Key.WithdrawnAt: not null })
        {
            if (certificate.Status != CertificateStatus.Issued)
            {
                return kept is null
                    ? CertificateErrors.NotInForce(certificate.Number, certificate.Status)
                    : CertificateErrors.CredentialKeyWithdrawn(certificate.Number);
            }
            var key = await keys.CurrentAsync(cancellationToken);
            kept = kept is null
                ? await store.KeepAsync(certificate.Id, place => Sign(matter, place, key), cancellationToken)
                : await store.RenewAsync(certificate.Id, Sign(matter, kept.Place, key), cancellationToken);
        }
        // A wording that is not what was signed must not go out as if it were.
        return KeptProof.Write(matter, kept) is { } document
            ? Bytes(document)
            : CertificateErrors.CredentialDiffers(certificate.Number);
    }

    /// <summary>All that were ever signed for it, the newest first; nothing is signed for being asked.</summary>
    public async Task<IReadOnlyList<byte[]>> GivenAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        var kept = await store.FindAsync(certificate.Id, cancellationToken);
        if (kept.Count == 0)
            return [];
        var matter = CredentialMatter.Of(certificate);
        return [.. kept.Reverse().Select(one => KeptProof.Write(matter, one)).OfType<JsonObject>().Select(Bytes)];
    }

    private KeptCredential Sign(CredentialMatter matter, StatusPlace place, CredentialKey key)
    {
        var now = time.GetUtcNow();
        var (document, proof) = KeptProof.Unsigned(matter, place, key, now);
        var hash = DataIntegrity.ContentHash(document, proof);
        return new KeptCredential(place, key, CredentialDocument.Format, now, hash, keys.Sign(key, hash));
    }
}
