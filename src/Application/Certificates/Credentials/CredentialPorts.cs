using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>The keys that sign credentials; their private halves never leave the implementation.</summary>
public interface ICredentialKeys
{
    /// <summary>The one that signs now; made when there is none yet.</summary>
    Task<CredentialKey> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>All that ever signed, oldest first: what they signed must stay verifiable, unless they were withdrawn.</summary>
    Task<IReadOnlyList<CredentialKey>> PublishedAsync(CancellationToken cancellationToken);

    /// <summary>From now on a new key signs.</summary>
    Task<CredentialKey> RotateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Somebody else may have the key: nothing that it signed counts any more. When it was the one that signs, a new one
    /// does from now on.
    /// </summary>
    /// <param name="publicKey">As the issuer's document names it.</param>
    /// <returns>The key; null when there is none of this name.</returns>
    Task<CredentialKey?> WithdrawAsync(string publicKey, string reason, CancellationToken cancellationToken);

    /// <summary>Whether the signature was made over the data with this key.</summary>
    bool Holds(CredentialKey key, byte[] data, byte[] signature);

    /// <param name="key">As <see cref="CurrentAsync"/> gave it; earlier ones sign nothing more.</param>
    /// <returns>Ed25519 over <paramref name="data"/>.</returns>
    byte[] Sign(CredentialKey key, byte[] data);
}

/// <param name="PublicKey">As Multikey writes it; also names the key in its address.</param>
/// <param name="WithdrawnAt">From when on nothing that it signed counts, whenever it was signed.</param>
public sealed record CredentialKey(Guid Id, string PublicKey, DateTimeOffset CreatedAt, DateTimeOffset? WithdrawnAt);

/// <summary>Keeps what cannot be made again of a credential.</summary>
public interface ICredentialStore
{
    /// <summary>
    /// By certificate, in the order in which they were signed; more than one only when a key was withdrawn meanwhile, and
    /// those without any are left out.
    /// </summary>
    Task<IReadOnlyDictionary<CertificateId, IReadOnlyList<KeptCredential>>> FindAsync(
        IReadOnlyCollection<CertificateId> certificates,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Gives each certificate the next place in a status list, lets it be signed, and keeps the signatures; where somebody
    /// was quicker, theirs. Others wait meanwhile, so signing must wait for nobody.
    /// </summary>
    Task<IReadOnlyDictionary<CertificateId, KeptCredential>> KeepAsync(
        IReadOnlyCollection<CertificateId> certificates,
        Func<CertificateId, StatusPlace, KeptCredential> sign,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Keeps a signature in place of one whose key was withdrawn; the earlier one stays, for papers that carry it.
    /// </summary>
    /// <returns>The one that counts: when somebody was quicker, theirs.</returns>
    Task<KeptCredential> RenewAsync(
        CertificateId certificate,
        KeptCredential renewed,
        CancellationToken cancellationToken
    );

    /// <summary>Every signature that is kept.</summary>
    IAsyncEnumerable<(CredentialMatter Matter, KeptCredential Kept)> AllAsync(CancellationToken cancellationToken);

    /// <summary>Null when there is no such list.</summary>
    Task<StatusListState?> StatusListAsync(int number, CancellationToken cancellationToken);
}

/// <summary>Where a credential's bit stands.</summary>
public readonly record struct StatusPlace(int List, int Index);

/// <param name="Format">Which wording of the credential was signed.</param>
/// <param name="ContentHash">What the signature was made over.</param>
public sealed record KeptCredential(
    StatusPlace Place,
    CredentialKey Key,
    string Format,
    DateTimeOffset SignedAt,
    byte[] ContentHash,
    byte[] Signature
);

/// <param name="Ended">Places of the credentials that no longer hold.</param>
/// <param name="ChangedAt">When the last of them ended; else when the list began.</param>
public sealed record StatusListState(IReadOnlyList<int> Ended, DateTimeOffset ChangedAt);
