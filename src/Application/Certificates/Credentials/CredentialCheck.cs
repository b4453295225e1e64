using System.Runtime.CompilerServices;
using Pionir.Application.Common;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>Reads all credentials again: each must still be written as it was signed, and its signature must hold.</summary>
public sealed class CredentialCheck(ICredentialStore store, ICredentialKeys keys) : IApplicationPart
{
    /// <returns>For each what is wrong with it; null for nothing.</returns>
    public async IAsyncEnumerable<string?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (matter, kept) in store.AllAsync(cancellationToken))
        {
            var fault = FaultOf(matter, kept);
            yield return fault is null ? null : $"credential of certificate {matter.Number}: {fault}";
        }
    }

    private string? FaultOf(CredentialMatter matter, KeptCredential kept) =>
        KeptProof.Write(matter, kept) is null ? "is not written as it was signed"
        : !keys.Holds(kept.Key, kept.ContentHash, kept.Signature) ? "its signature does not hold"
        : null;
}
