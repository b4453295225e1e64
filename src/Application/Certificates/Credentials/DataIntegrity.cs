using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>The cryptosuite eddsa-rdfc-2022 of W3C Data Integrity: what is signed, and where the signature goes.</summary>
internal static class DataIntegrity
{
    /// <summary>What the signature is made over: the hashes of the proof's own facts and of the document.</summary>
    public static byte[] ContentHash(JsonObject document, JsonObject proof) => [.. Hash(proof), .. Hash(document)];

    /// <param name="method">Address of the key.</param>
    public static JsonObject Proof(string method, DateTimeOffset created) =>
        new()
        {
            ["type"] = "DataIntegrityProof",
            ["cryptosuite"] = "eddsa-rdfc-2022",
            ["created"] = Instant(created),
            ["verificationMethod"] = method,
            ["proofPurpose"] = "assertionMethod",
        };

    public static JsonObject Secured(JsonObject document, JsonObject proof, ReadOnlySpan<byte> signature)
    {
        proof["proofValue"] = Multibase.Base58(signature);
        document["proof"] = proof;
        return document;
    }

    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Hash(JsonObject node) => SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalQuads.Of(node)));
}
