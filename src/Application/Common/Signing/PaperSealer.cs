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
    /// <param name="mayMake">False gives the paper as printed when it was never signed.</param>
    public async Task<Result<byte[]>> SealAsync(
        SealSubject subject,
        byte[] paper,
        bool mayMake,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(subject, cancellationToken) is { } kept)
            return Put(paper, kept);
        if (!mayMake)
            return paper;
        // Persons sign certificates themselves then; the institution's own key signs only what no person does.
        if (subject.Kind == SealedPaper.Certificate && remote.IsConfigured)
            return SigningErrors.NotSignedYet();
        var made = await seals.MakeAsync(paper, time.GetUtcNow(), cancellationToken);
        return made.IsSuccess ? Put(paper, await store.KeepAsync(subject, made.Value, cancellationToken)) : made.Error;
    }

    // A paper that no longer prints as it was signed must not go out as if it did.
    private Result<byte[]> Put(byte[] paper, Seal seal)
    {
        if (!SHA256.HashData(paper).AsSpan().SequenceEqual(seal.PaperHash))
            return SigningErrors.PaperDiffers();
        var file = seals.Apply(paper, seal);
        return SHA256.HashData(file).AsSpan().SequenceEqual(seal.FileHash) ? file : SigningErrors.PaperDiffers();
    }
}
