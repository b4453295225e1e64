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
    /// <summary>With the signature that is kept; signs what nobody has signed yet.</summary>
    public async Task<Result<byte[]>> SealAsync(SealSubject subject, byte[] paper, CancellationToken cancellationToken)
    {
        if (await FindAsync(subject, cancellationToken) is { } kept)
            return Put(paper, kept);
        var made = await MakeAsync(subject, paper, cancellationToken);
        return made.IsSuccess ? Put(paper, made.Value) : made.Error;
    }

    public Task<Seal?> FindAsync(SealSubject subject, CancellationToken cancellationToken) =>
        store.FindAsync(subject, cancellationToken);

    /// <returns>The seal that counts: when another request was quicker, the one that it kept.</returns>
    public async Task<Result<Seal>> MakeAsync(SealSubject subject, byte[] paper, CancellationToken cancellationToken)
    {
        // Persons sign certificates themselves then; the institution's own key signs only what no person does.
        if (subject.Kind == SealedPaper.Certificate && remote.IsConfigured)
            return SigningErrors.NotSignedYet();
        var made = await seals.MakeAsync(paper, time.GetUtcNow(), cancellationToken);
        return made.IsSuccess ? await store.KeepAsync(subject, made.Value, cancellationToken) : made.Error;
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
