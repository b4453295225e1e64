using System.Text.Json.Nodes;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>Writes a credential again as it was when its signature was kept.</summary>
internal static class KeptProof
{
    /// <returns>Null when it would not be what was signed.</returns>
    public static JsonObject? Write(CredentialMatter matter, KeptCredential kept)
    {
        var (document, proof) = Unsigned(matter, kept.Place, kept.Key, kept.SignedAt);
        return
            kept.Format == CredentialDocument.Format
            && DataIntegrity.ContentHash(document, proof).AsSpan().SequenceEqual(kept.ContentHash)
            ? DataIntegrity.Secured(document, proof, kept.Signature)
            : null;
    }

    public static (JsonObject Document, JsonObject Proof) Unsigned(
        CredentialMatter matter,
        StatusPlace place,
        CredentialKey key,
        DateTimeOffset signedAt
    ) =>
        (
            CredentialDocument.Of(matter, place),
            DataIntegrity.Proof(CredentialAddresses.Of(matter.Content).Key(key), signedAt)
        );
}
