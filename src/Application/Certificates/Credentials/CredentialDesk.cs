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

    public async Task<Result<byte[]>> ReadAsync(Certificate certificate, CancellationToken cancellationToken) =>
        (await ReadAsync([certificate], cancellationToken))[certificate.Id];

    /// <summary>
    /// What no longer holds is not signed anew; what was signed while it held stays, and its status list says so. What was
    /// signed with a key that has been withdrawn since is signed again with today's, when somebody asks.
    /// </summary>
    public async Task<IReadOnlyDictionary<CertificateId, Result<byte[]>>> ReadAsync(
        IReadOnlyList<Certificate> certificates,
        CancellationToken cancellationToken
    )
    {
        if (certificates.Count == 0)
            return new Dictionary<CertificateId, Result<byte[]>>();
        var key = await keys.CurrentAsync(cancellationToken);
        var kept = await store.FindAsync([.. certificates.Select(one => one.Id)], cancellationToken);
        var matters = certificates
            .Where(one => one.IsIntact() && one.Status == CertificateStatus.Issued && !kept.ContainsKey(one.Id))
            .ToDictionary(one => one.Id, CredentialMatter.Of);
        var fresh = await store.KeepAsync(
            [.. matters.Keys],
            (certificate, place) => Sign(matters[certificate], place, key),
            cancellationToken
        );
        var read = new Dictionary<CertificateId, Result<byte[]>>();
        foreach (var certificate in certificates)
        {
            var newest = kept.TryGetValue(certificate.Id, out var known) ? known[^1] : null;
            read[certificate.Id] = await ReadAsync(
                certificate,
                newest ?? fresh.GetValueOrDefault(certificate.Id),
                key,
                cancellationToken
            );
        }
        return read;
    }

    private async Task<Result<byte[]>> ReadAsync(
        Certificate certificate,
        KeptCredential? kept,
        CredentialKey key,
        CancellationToken cancellationToken
    )
    {
        if (!certificate.IsIntact())
            return CertificateErrors.NotIntact(certificate.Number);
        if (kept is null)
            return CertificateErrors.NotInForce(certificate.Number, certificate.Status);
        var matter = CredentialMatter.Of(certificate);
        if (kept.Key.WithdrawnAt is not null)
        {
            if (certificate.Status != CertificateStatus.Issued)
                return CertificateErrors.CredentialKeyWithdrawn(certificate.Number);
            kept = await store.RenewAsync(certificate.Id, Sign(matter, kept.Place, key), cancellationToken);
        }
        // A wording that is not what was signed must not go out as if it were.
        return KeptProof.Write(matter, kept) is { } document
            ? Bytes(document)
            : CertificateErrors.CredentialDiffers(certificate.Number);
    }

    /// <summary>All that were ever signed for it, the newest first; nothing is signed for being asked.</summary>
    public async Task<IReadOnlyList<byte[]>> GivenAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync([certificate.Id], cancellationToken);
        return [.. Given(certificate, kept.GetValueOrDefault(certificate.Id) ?? [])];
    }

    /// <summary>In the order in which they were signed; certificates without one are left out.</summary>
    public Task<IReadOnlyDictionary<CertificateId, IReadOnlyList<KeptCredential>>> KeptAsync(
        IReadOnlyCollection<CertificateId> certificates,
        CancellationToken cancellationToken
    ) => store.FindAsync(certificates, cancellationToken);

    /// <summary>What was kept as it was given out, the newest first.</summary>
    public static IEnumerable<byte[]> Given(Certificate certificate, IReadOnlyList<KeptCredential> kept)
    {
        var matter = CredentialMatter.Of(certificate);
        return kept.Reverse().Select(one => KeptProof.Write(matter, one)).OfType<JsonObject>().Select(Bytes);
    }

    private KeptCredential Sign(CredentialMatter matter, StatusPlace place, CredentialKey key)
    {
        var now = time.GetUtcNow();
        var (document, proof) = KeptProof.Unsigned(matter, place, key, now);
        var hash = DataIntegrity.ContentHash(document, proof);
        return new KeptCredential(place, key, CredentialDocument.Format, now, hash, keys.Sign(key, hash));
    }
}
