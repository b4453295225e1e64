using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>Compares files with the papers that were given out.</summary>
internal sealed class GivenOutPapers(IDatabase database, ISealStore seals, CertificatePrinter printer)
    : IApplicationPart
{
    /// <summary>A file that was given out signed: the whole of it, or its beginning up to the end of a signature.</summary>
    public async Task<(SealSubject Subject, FileStanding State)?> FindGivenOutAsync(
        byte[] file,
        byte[] hash,
        PaperReading reading,
        CancellationToken cancellationToken
    )
    {
        if (await seals.FindByFileAsync(hash, cancellationToken) is { } whole)
            return (whole, FileStanding.Unchanged);
        foreach (var end in reading.Signatures.Select(signature => signature.End).Where(end => end < file.Length))
        {
            if (await seals.FindByFileAsync(Beginning(file, end), cancellationToken) is { } beginning)
                return (beginning, FileStanding.Extended);
        }
        return null;
    }

    /// <summary>A file that says of itself which certificate it is, beside what was given out for that one.</summary>
    public async Task<(Certificate? Certificate, FileStanding State)> CompareAsync(
        byte[] file,
        byte[] hash,
        PaperReading reading,
        CancellationToken cancellationToken
    )
    {
        if (await ClaimedAsync(reading, cancellationToken) is not { } claimed)
            return (null, FileStanding.Unknown);
        var given = await GivenAsync(claimed, cancellationToken);
        var state =
            given.Length == file.Length && given.Hash.AsSpan().SequenceEqual(hash) ? FileStanding.Unchanged
            : given.Length < file.Length && given.Hash.AsSpan().SequenceEqual(Beginning(file, given.Length))
                ? FileStanding.Extended
            : FileStanding.Changed;
        return (claimed, state);
    }

    /// <summary>What was given out for it: the signed file, or the paper as printed when it was never signed.</summary>
    private async Task<(long Length, byte[] Hash)> GivenAsync(
        Certificate certificate,
        CancellationToken cancellationToken
    )
    {
        var subject = new SealSubject(SealedPaper.Certificate, certificate.Id.Value);
        if (await seals.FindAsync(subject, cancellationToken) is { } seal)
            return (seal.FileLength, seal.FileHash);
        var paper = await printer.AsItStandsAsync(certificate, cancellationToken);
        return (paper.Length, SHA256.HashData(paper));
    }

    private static byte[] Beginning(byte[] file, long length) => SHA256.HashData(file.AsSpan(0, (int)length));

    /// <summary>By the token that newer papers name as their own, or by the title, which has number and name.</summary>
    private async Task<Certificate?> ClaimedAsync(PaperReading reading, CancellationToken cancellationToken)
    {
        var all = database.Set<Certificate>().AsNoTracking();
        if (CertificateToken.LooksLikeVerification(reading.Token))
        {
            var token = reading.Token!;
            return await all.SingleOrDefaultAsync(certificate => certificate.Token == token, cancellationToken);
        }
        if (PaperTitle.Read(reading.Title) is not { } title)
            return null;
        var found = await all.SingleOrDefaultAsync(
            certificate => certificate.Number == title.Number,
            cancellationToken
        );
        return found is not null && found.HolderName == title.Name ? found : null;
    }
}
