using Pionir.Application.Certificates.Queries;
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
    PaperSealer sealer
) : IApplicationPart
{
    private readonly Dictionary<string, byte[]?> logos = [];

    /// <summary>The paper as it is given out: printed, and signed where its template says that it is.</summary>
    public async Task<Result<byte[]>> PrintAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        if (!certificate.IsIntact())
            return CertificateErrors.NotIntact(certificate.Number);
        var paper = await UnsignedAsync(certificate.Snapshot, certificate.TemplateVersion, cancellationToken);
        if (!renderer.IsSigned(certificate.TemplateVersion))
            return paper;
        // What no longer holds is not signed anew; what was signed while it held stays as it was given out.
        return await sealer.SealAsync(
            new SealSubject(SealedPaper.Certificate, certificate.Id.Value),
            paper,
            mayMake: certificate.Status == CertificateStatus.Issued,
            cancellationToken
        );
    }

    /// <summary>As printed, before it is signed: what a signature is compared with.</summary>
    public async Task<byte[]> UnsignedAsync(
        string snapshot,
        string templateVersion,
        CancellationToken cancellationToken
    )
    {
        var content = CertificateSnapshot.FromJson(snapshot);
        return await RenderAsync(content, templateVersion, preview: false, cancellationToken);
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
    ) => RenderAsync(snapshot, templateVersion, preview: true, cancellationToken);

    private async Task<byte[]> RenderAsync(
        CertificateSnapshot snapshot,
        string templateVersion,
        bool preview,
        CancellationToken cancellationToken
    )
    {
        var logo = await LogoAsync(snapshot, cancellationToken);
        return renderer.Ships(templateVersion)
            ? renderer.Render(snapshot, templateVersion, logo, preview)
            : renderer.Render(snapshot, await shelf.FetchAsync(templateVersion, cancellationToken), logo, preview);
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
