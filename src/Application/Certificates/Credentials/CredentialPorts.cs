using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>The keys that sign credentials; their private halves never leave the implementation.</summary>
public interface ICredentialKeys
{
    /// <summary>The one that signs now; made when there is none yet.</summary>
    Task<CredentialKey> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>All that ever signed, oldest first: what they signed must stay verifiable.</summary>
    Task<IReadOnlyList<CredentialKey>> PublishedAsync(CancellationToken cancellationToken);

    /// <summary>From now on a new key signs.</summary>
    Task<CredentialKey> RotateAsync(CancellationToken cancellationToken);

    /// <param name="key">As <see cref="CurrentAsync"/> gave it; earlier ones sign nothing more.</param>
    /// <returns>Ed25519 over <paramref name="data"/>.</returns>
    byte[] Sign(CredentialKey key, byte[] data);
}

/// <param name="PublicKey">As Multikey writes it; also names the key in its address.</param>
public sealed record CredentialKey(Guid Id, string PublicKey, DateTimeOffset CreatedAt);

/// <summary>Keeps what cannot be made again of a credential.</summary>
public interface ICredentialStore
{
    Task<KeptCredential?> FindAsync(CertificateId certificate, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the certificate the next place in a status list, lets it be signed, and keeps the signature; when somebody was
    /// quicker, theirs. Others wait meanwhile, so signing must wait for nobody.
    /// </summary>
    Task<KeptCredential> KeepAsync(
        CertificateId certificate,
        Func<StatusPlace, KeptCredential> sign,
        CancellationToken cancellationToken
    );

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
