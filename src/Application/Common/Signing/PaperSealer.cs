using System.Collections.Concurrent;
using System.Security.Cryptography;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Signing;

/// <summary>
/// Signs a paper when it is first asked for and keeps the signature, so that issuing thousands is not slowed by signing
/// and every later download gives the same bytes.
/// </summary>
internal sealed class PaperSealer(ISealStore store, IPaperSeals seals, IRemotePdfSigner remote, TimeProvider time)
    : IApplicationPart
{
    /// <summary>One download must not have all of a large machine; a time-stamp authority is waited for together.</summary>
    public static readonly int SideBySide = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>With the signature that is kept; signs what nobody has signed yet.</summary>
    public async Task<Result<SealedFile>> SealAsync(
        SealSubject subject,
        byte[] paper,
        CancellationToken cancellationToken
    )
    {
        var papers = new Dictionary<Guid, byte[]> { [subject.Id] = paper };
        var kept = await FindAsync(subject.Kind, [subject.Id], cancellationToken);
        var seal =
            kept.Count > 0 ? kept[subject.Id] : (await MakeAsync(subject.Kind, papers, cancellationToken))[subject.Id];
        if (!seal.IsSuccess)
            return seal.Error;
        var file = Put(paper, seal.Value);
        var lacksStamp = seals.Stamps && seal.Value.TimestampedAt is null;
        return file.IsSuccess ? new SealedFile(file.Value, lacksStamp) : file.Error;
    }

    /// <returns>By paper; those that were never signed are left out.</returns>
    public Task<IReadOnlyDictionary<Guid, Seal>> FindAsync(
        SealedPaper kind,
        IReadOnlyCollection<Guid> papers,
        CancellationToken cancellationToken
    ) => store.FindAsync(kind, papers, cancellationToken);

    /// <summary>Signs side by side, and keeps with one statement: each commit waits for the disk.</summary>
    /// <returns>By paper the seal that counts: when another request was quicker, the one that it kept.</returns>
    public async Task<IReadOnlyDictionary<Guid, Result<Seal>>> MakeAsync(
        SealedPaper kind,
        IReadOnlyDictionary<Guid, byte[]> papers,
        CancellationToken cancellationToken
    )
    {
        // Persons sign certificates themselves then; the institution's own key signs only what no person does.
        if (kind == SealedPaper.Certificate && remote.IsConfigured)
            return papers.ToDictionary(paper => paper.Key, Result<Seal> (_) => SigningErrors.NotSignedYet());
        // A certificate lasts for decades and waits for its time-stamp. A statement is asked for today, can be made anew
        // any day, and is checked by its token; whoever needs it now gets it without.
        var mustBeStamped = kind == SealedPaper.Certificate;
        var made = new ConcurrentDictionary<Guid, Result<Seal>>();
        await Parallel.ForEachAsync(
            papers,
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (paper, stop) =>
                made[paper.Key] = await seals.MakeAsync(paper.Value, mustBeStamped, time.GetUtcNow(), stop)
        );
        var kept = await store.KeepAsync(
            kind,
            made.Where(one => one.Value.IsSuccess).ToDictionary(one => one.Key, one => one.Value.Value),
            cancellationToken
        );
        return made.ToDictionary(one => one.Key, one => one.Value.IsSuccess ? kept[one.Key] : one.Value);
    }

    /// <summary>Whether this is the paper that was signed.</summary>
    public static bool Fits(byte[] paper, Seal seal) => SHA256.HashData(paper).AsSpan().SequenceEqual(seal.PaperHash);

    /// <summary>A paper that no longer prints as it was signed must not go out as if it did.</summary>
    public Result<byte[]> Put(byte[] paper, Seal seal)
    {
        if (!Fits(paper, seal))
            return SigningErrors.PaperDiffers();
        var file = seals.Apply(paper, seal);
        return SHA256.HashData(file).AsSpan().SequenceEqual(seal.FileHash) ? file : SigningErrors.PaperDiffers();
    }
}

/// <param name="LacksStamp">Signed while the time-stamp authority was away.</param>
internal sealed record SealedFile(byte[] Content, bool LacksStamp);
