using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Application.LearningHours.Queries;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Says whether a file is, byte for byte, a certificate that was given out, and what its signatures are worth.</summary>
[Public("Anybody who is sent a certificate must be able to check the file; nothing of it is kept.")]
public sealed record VerifyCertificateFile(string FileName, byte[] Content) : IQuery<CertificateFileVerification>
{
    public const int BytesMaximum = 16 * 1024 * 1024;
}

/// <param name="File">How the file compares with what was given out.</param>
/// <param name="Sha256">Of the file, in hexadecimal letters.</param>
/// <param name="Certificate">How the certificate stands that the file is or says it is.</param>
/// <param name="Statement">The statement of lesson hours that the file is or says it is.</param>
/// <param name="Signatures">At most four, in the order of the file.</param>
public sealed record CertificateFileVerification(
    FileStanding File,
    string Sha256,
    CertificateVerification? Certificate,
    JpStatementVerification? Statement,
    IReadOnlyList<FileSignature> Signatures
);

public enum FileStanding
{
    /// <summary>Byte for byte as given out.</summary>
    Unchanged,

    /// <summary>As given out, with something added behind it afterwards.</summary>
    Extended,

    /// <summary>Names a certificate, but is not the file that was given out for it.</summary>
    Changed,

    /// <summary>Not from here, or no longer recognisable.</summary>
    Unknown,
}

/// <param name="Signer">As its certificate says.</param>
/// <param name="By">Whose certificate that is.</param>
/// <param name="SignedAt">As the signer says.</param>
/// <param name="TimestampedAt">As a time-stamp authority says.</param>
/// <param name="CoversWholeFile">False when something stands behind what was signed.</param>
public sealed record FileSignature(
    SignatureState State,
    string Signer,
    SignerKind By,
    DateTimeOffset? SignedAt,
    DateTimeOffset? TimestampedAt,
    bool CoversWholeFile
);

public enum SignerKind
{
    /// <summary>The certificate that this institution signs with.</summary>
    Institution,

    /// <summary>A certificate that Pionir made for trying things out; it proves nothing.</summary>
    Test,

    /// <summary>Somebody else's.</summary>
    Other,
}

internal sealed class VerifyCertificateFileHandler(
    IDatabase database,
    IPaperInspector inspector,
    ISealStore seals,
    GivenOutPapers papers,
    CertificateStanding standing,
    IMediator mediator
) : IRequestHandler<VerifyCertificateFile, Result<CertificateFileVerification>>
{
    private const int HeaderWithin = 1024;

    public async Task<Result<CertificateFileVerification>> Handle(
        VerifyCertificateFile request,
        CancellationToken cancellationToken
    )
    {
        var file = request.Content;
        if (file.Length == 0)
            return FileErrors.Empty(request.FileName);
        if (file.AsSpan(0, Math.Min(file.Length, HeaderWithin)).IndexOf("%PDF-"u8) < 0)
            return FileErrors.KindNotAllowed(request.FileName, FileKinds.Pdf);
        var hash = SHA256.HashData(file);
        var reading = inspector.Read(file);
        var given = await papers.FindGivenOutAsync(file, hash, reading, cancellationToken);
        if (given?.Subject.Kind == SealedPaper.JpStatement || await IsStatementAsync(reading, cancellationToken))
            return await StatementAsync(given?.State ?? FileStanding.Changed);
        var (certificate, state) = given is { } found
            ? (await FindAsync(CertificateId.From(found.Subject.Id), cancellationToken), found.State)
            : await papers.CompareAsync(file, hash, reading, cancellationToken);
        var told = certificate is null ? null : await standing.TellAsync(certificate, cancellationToken);
        if (told is { IsSuccess: false })
            return told.Error;
        return await AnswerAsync(state, told?.Value, null);

        async Task<Result<CertificateFileVerification>> StatementAsync(FileStanding state)
        {
            var statement = await mediator.Send(new VerifyJpStatement(reading.Token ?? ""), cancellationToken);
            return statement.IsSuccess ? await AnswerAsync(state, null, statement.Value) : statement.Error;
        }

        async Task<CertificateFileVerification> AnswerAsync(
            FileStanding state,
            CertificateVerification? certificate,
            JpStatementVerification? statement
        ) =>
            new(
                state,
                Convert.ToHexStringLower(hash),
                certificate,
                statement,
                await SignaturesAsync(reading, file.Length, cancellationToken)
            );
    }

    private async Task<bool> IsStatementAsync(PaperReading reading, CancellationToken cancellationToken) =>
        JpPaper.LooksLikeToken(reading.Token)
        && await database.Set<JpPaper>().AnyAsync(paper => paper.Token == reading.Token, cancellationToken);

    private Task<Certificate?> FindAsync(CertificateId id, CancellationToken cancellationToken) =>
        database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(certificate => certificate.Id == id, cancellationToken);

    private async Task<IReadOnlyList<FileSignature>> SignaturesAsync(
        PaperReading reading,
        long length,
        CancellationToken cancellationToken
    )
    {
        var told = new List<FileSignature>();
        foreach (var signature in reading.Signatures)
        {
            var known = await seals.SignerAsync(signature.Thumbprint, cancellationToken);
            var by = known switch
            {
                null => SignerKind.Other,
                { IsTest: true } => SignerKind.Test,
                _ => SignerKind.Institution,
            };
            told.Add(
                new FileSignature(
                    signature.State,
                    signature.Signer,
                    by,
                    signature.SignedAt,
                    signature.TimestampedAt,
                    signature.End == length
                )
            );
        }
        return told;
    }
}
