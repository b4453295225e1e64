using Pionir.Domain.Common;

namespace Pionir.Application.Common.Signing;

/// <summary>Makes the signatures of papers (PAdES) and puts them on.</summary>
public interface IPaperSeals
{
    /// <summary>Whether signatures get a time-stamp (B-T) here, while its authority answers.</summary>
    bool Stamps { get; }

    /// <summary>Baseline B-B, and B-T where a time-stamp address is configured.</summary>
    /// <param name="mustBeStamped">Otherwise a paper is signed B-B while the time-stamp authority is away.</param>
    Task<Result<Seal>> MakeAsync(
        byte[] paper,
        bool mustBeStamped,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>The signed file; the same paper and seal always give the same bytes.</summary>
    byte[] Apply(byte[] paper, Seal seal);
}

/// <summary>Keeps seals; the first for a paper is the one for ever.</summary>
public interface ISealStore
{
    Task<Seal?> FindAsync(SealSubject subject, CancellationToken cancellationToken);

    /// <returns>By paper; those that were never signed are left out.</returns>
    Task<IReadOnlyDictionary<Guid, Seal>> FindAsync(
        SealedPaper kind,
        IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellationToken
    );

    /// <summary>Those of the papers that are signed.</summary>
    Task<IReadOnlySet<Guid>> SignedAsync(
        SealedPaper kind,
        IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellationToken
    );

    Task<SealSubject?> FindByFileAsync(byte[] fileHash, CancellationToken cancellationToken);

    /// <summary>All of them at once: each commit waits for the disk.</summary>
    /// <returns>By paper the seal that counts: this one, or one that another request kept first.</returns>
    Task<IReadOnlyDictionary<Guid, Seal>> KeepAsync(
        SealedPaper kind,
        IReadOnlyDictionary<Guid, Seal> seals,
        CancellationToken cancellationToken
    );

    /// <summary>Whether Pionir has ever signed with this certificate (SHA-256); null when not.</summary>
    Task<KnownSigner?> SignerAsync(byte[] thumbprint, CancellationToken cancellationToken);
}

/// <param name="IsTest">The certificate was made by Pionir itself and proves no institution.</param>
public sealed record KnownSigner(string Name, bool IsTest);
