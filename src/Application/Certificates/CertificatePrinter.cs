using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Certificates.Signing;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates;

/// <summary>Prints stored certificates; fetches each logo once.</summary>
internal sealed class CertificatePrinter(
    ICertificateRenderer renderer,
    TemplateShelf shelf,
    IFileStore files,
    PaperSealer sealer,
    CredentialDesk desk,
    IStampQueue stamps
) : IApplicationPart
{
    private readonly Dictionary<string, byte[]?> logos = [];

    /// <summary>
    /// The paper as it is given out: printed, with its credential attached, and signed over both where its template says
    /// that it is signed.
    /// </summary>
    public async Task<Result<byte[]>> PrintAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        if (!certificate.IsIntact())
            return CertificateErrors.NotIntact(certificate.Number);
        if (!renderer.IsSigned(certificate.TemplateVersion))
            return await AsItStandsAsync(certificate, cancellationToken);
        var subject = new SealSubject(SealedPaper.Certificate, certificate.Id.Value);
        if (await sealer.FindAsync(subject, cancellationToken) is { } kept)
            return await AsSealedAsync(certificate, kept, cancellationToken);
        // What no longer holds is not signed anew; what was signed while it held stays as it was given out.
        if (certificate.Status != CertificateStatus.Issued)
            return await AsItStandsAsync(certificate, cancellationToken);
        var paper = await ToSignAsync(certificate, cancellationToken);
        if (!paper.IsSuccess)
            return paper.Error;
        var made = await sealer.MakeAsync(subject, paper.Value, cancellationToken);
        if (!made.IsSuccess && made.Error.Code == SigningErrors.TimestampUnavailable().Code)
            await stamps.AddAsync(certificate.Id, cancellationToken);
        return !made.IsSuccess ? made.Error
            : PaperSealer.Fits(paper.Value, made.Value) ? sealer.Put(paper.Value, made.Value)
            : await AsSealedAsync(certificate, made.Value, cancellationToken);
    }

    /// <summary>What is to be signed: the printed paper, with its credential when it carries one.</summary>
    public async Task<Result<byte[]>> ToSignAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        var content = CertificateSnapshot.FromJson(certificate.Snapshot);
        if (!content.CarriesCredential)
            return await RenderAsync(content, certificate.TemplateVersion, false, null, cancellationToken);
        var credential = await desk.ReadAsync(certificate, cancellationToken);
        return credential.IsSuccess
            ? await RenderAsync(content, certificate.TemplateVersion, false, credential.Value, cancellationToken)
            : credential.Error;
    }

    /// <summary>Unsigned, and nothing is signed for it: with the newest credential that there is, or none.</summary>
    public async Task<byte[]> AsItStandsAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        var content = CertificateSnapshot.FromJson(certificate.Snapshot);
        var given = content.CarriesCredential ? await desk.GivenAsync(certificate, cancellationToken) : [];
        return await RenderAsync(
            content,
            certificate.TemplateVersion,
            false,
            given is [var newest, ..] ? newest : null,
            cancellationToken
        );
    }

    /// <summary>The credential may have been signed again since; the seal tells which one the paper carries.</summary>
    private async Task<Result<byte[]>> AsSealedAsync(
        Certificate certificate,
        Seal seal,
        CancellationToken cancellationToken
    )
    {
        var content = CertificateSnapshot.FromJson(certificate.Snapshot);
        IReadOnlyList<byte[]?> carried = [null];
        if (content.CarriesCredential)
            carried = await desk.GivenAsync(certificate, cancellationToken);
        foreach (var credential in carried)
        {
            var paper = await RenderAsync(content, certificate.TemplateVersion, false, credential, cancellationToken);
            if (PaperSealer.Fits(paper, seal))
                return sealer.Put(paper, seal);
        }
        return SigningErrors.PaperDiffers();
    }

    public async Task<Result<PdfFileContent>> PaperAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        var paper = await PrintAsync(certificate, cancellationToken);
        return paper.IsSuccess ? new PdfFileContent(FileName(certificate, "pdf"), paper.Value) : paper.Error;
    }

    public static string FileName(Certificate certificate, string extension) =>
        $"sertifikat-{Safe(certificate.Number)}-{Safe(certificate.HolderName)}.{extension}".ToLowerInvariant();

    public Task<byte[]> PreviewAsync(
        CertificateSnapshot snapshot,
        string templateVersion,
        CancellationToken cancellationToken
    ) => RenderAsync(snapshot, templateVersion, preview: true, null, cancellationToken);

    private async Task<byte[]> RenderAsync(
        CertificateSnapshot snapshot,
        string templateVersion,
        bool preview,
        byte[]? credential,
        CancellationToken cancellationToken
    )
    {
        var logo = await LogoAsync(snapshot, cancellationToken);
        return renderer.Ships(templateVersion)
            ? renderer.Render(snapshot, templateVersion, logo, preview, credential)
            : renderer.Render(
                snapshot,
                await shelf.FetchAsync(templateVersion, cancellationToken),
                logo,
                preview,
                credential
            );
    }

    /// <summary>Letters and digits that every file system takes.</summary>
    public static string Safe(string text)
    {
        var safe = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return string.Join('-', safe.Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words
            ? words[..Math.Min(words.Length, 60)]
            : "x";
    }

    /// <summary>Null when the institution had none.</summary>
    public async Task<byte[]?> LogoAsync(CertificateSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.Issuer.LogoHash is not { } hash)
            return null;
        if (logos.TryGetValue(hash, out var known))
            return known;
        await using var stream = await files.OpenAsync(hash, cancellationToken);
        var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return logos[hash] = content.ToArray();
    }
}
