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
    public async Task<Result<byte[]>> PrintAsync(Certificate certificate, CancellationToken cancellationToken) =>
        (await PrintAsync([certificate], cancellationToken))[0];

    /// <summary>All that has to be asked or kept is asked and kept once for all of them, and the rest done side by side.</summary>
    /// <returns>In the order of the certificates.</returns>
    public async Task<IReadOnlyList<Result<byte[]>>> PrintAsync(
        IReadOnlyList<Certificate> certificates,
        CancellationToken cancellationToken
    )
    {
        var jobs = certificates.Select(one => new PrintJob(one)).ToList();
        var intact = jobs.Where(job => job.IsIntact).ToList();
        foreach (var job in intact)
            job.Press = await PressAsync(job.Content, job.Certificate.TemplateVersion, false, cancellationToken);
        var signed = intact.Where(job => renderer.IsSigned(job.Certificate.TemplateVersion)).ToList();
        var seals = await sealer.FindAsync(
            SealedPaper.Certificate,
            [.. signed.Select(job => job.Certificate.Id.Value)],
            cancellationToken
        );
        // What no longer holds is not signed anew; what was signed while it held stays as it was given out.
        var due = signed
            .Where(job =>
                job.Certificate.Status == CertificateStatus.Issued && !seals.ContainsKey(job.Certificate.Id.Value)
            )
            .ToList();
        await SignAsync(due, cancellationToken);
        foreach (var job in signed)
            job.Seal ??= seals.GetValueOrDefault(job.Certificate.Id.Value);
        await ReadGivenAsync([.. intact.Where(job => job.NeedsGiven)], cancellationToken);
        Each(jobs, job => job.Paper = Paper(job), cancellationToken);
        return [.. jobs.Select(job => job.Paper!)];
    }

    private async Task SignAsync(List<PrintJob> due, CancellationToken cancellationToken)
    {
        var carrying = due.Where(job => job.Content.CarriesCredential).ToList();
        var credentials = await desk.ReadAsync([.. carrying.Select(job => job.Certificate)], cancellationToken);
        Each(
            due,
            job =>
            {
                if (!job.Content.CarriesCredential)
                    job.ToSign = job.Press!(null);
                else if (credentials[job.Certificate.Id] is { IsSuccess: true } credential)
                    job.ToSign = job.Press!(credential.Value);
                else
                    job.Refusal = credentials[job.Certificate.Id].Error;
            },
            cancellationToken
        );
        var made = await sealer.MakeAsync(
            SealedPaper.Certificate,
            due.Where(job => job.ToSign is not null).ToDictionary(job => job.Certificate.Id.Value, job => job.ToSign!),
            cancellationToken
        );
        foreach (var job in due.Where(job => job.ToSign is not null))
        {
            var seal = made[job.Certificate.Id.Value];
            if (seal.IsSuccess)
                job.Seal = seal.Value;
            else
                job.Refusal = seal.Error;
            if (job.Refusal?.Code == SigningErrors.TimestampUnavailable().Code)
                await stamps.AddAsync(job.Certificate.Id, cancellationToken);
        }
    }

    private async Task ReadGivenAsync(List<PrintJob> jobs, CancellationToken cancellationToken)
    {
        var kept = await desk.KeptAsync([.. jobs.Select(job => job.Certificate.Id)], cancellationToken);
        foreach (var job in jobs)
            job.Kept = kept.GetValueOrDefault(job.Certificate.Id) ?? [];
    }

    private Result<byte[]> Paper(PrintJob job)
    {
        if (!job.IsIntact)
            return CertificateErrors.NotIntact(job.Certificate.Number);
        if (job.Refusal is { } refusal)
            return refusal;
        if (job.Seal is { } seal && job.ToSign is { } paper && PaperSealer.Fits(paper, seal))
            return sealer.Put(paper, seal);
        IEnumerable<byte[]?> given = [null];
        if (job.Content.CarriesCredential)
            given = CredentialDesk.Given(job.Certificate, job.Kept);
        // As it stands: with the newest credential that there is, or none.
        if (job.Seal is null)
            return job.Press!(given.FirstOrDefault());
        // The credential may have been signed again since; the seal tells which one the paper carries.
        foreach (var credential in given)
        {
            var printed = job.Press!(credential);
            if (PaperSealer.Fits(printed, job.Seal))
                return sealer.Put(printed, job.Seal);
        }
        return SigningErrors.PaperDiffers();
    }

    private static void Each(List<PrintJob> jobs, Action<PrintJob> act, CancellationToken cancellationToken) =>
        Parallel.ForEach(
            jobs,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = PaperSealer.SideBySide,
                CancellationToken = cancellationToken,
            },
            act
        );

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
    ) => (await PressAsync(snapshot, templateVersion, preview, cancellationToken))(credential);

    /// <summary>Fetches what is needed; what is left, with a credential or none, may be done on any thread.</summary>
    private async Task<Func<byte[]?, byte[]>> PressAsync(
        CertificateSnapshot snapshot,
        string templateVersion,
        bool preview,
        CancellationToken cancellationToken
    )
    {
        var logo = await LogoAsync(snapshot, cancellationToken);
        if (renderer.Ships(templateVersion))
            return credential => renderer.Render(snapshot, templateVersion, logo, preview, credential);
        var template = await shelf.FetchAsync(templateVersion, cancellationToken);
        return credential => renderer.Render(snapshot, template, logo, preview, credential);
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

    /// <summary>One certificate on its way through the printer.</summary>
    private sealed class PrintJob(Certificate certificate)
    {
        public Certificate Certificate { get; } = certificate;
        public bool IsIntact { get; } = certificate.IsIntact();

        /// <summary>Only of what is intact; anything else may be no snapshot at all.</summary>
        public CertificateSnapshot Content => field ??= CertificateSnapshot.FromJson(Certificate.Snapshot);
        public Func<byte[]?, byte[]>? Press { get; set; }

        /// <summary>What was printed to be signed now.</summary>
        public byte[]? ToSign { get; set; }
        public Seal? Seal { get; set; }
        public Error? Refusal { get; set; }
        public IReadOnlyList<KeptCredential> Kept { get; set; } = [];
        public Result<byte[]>? Paper { get; set; }

        public bool NeedsGiven =>
            Content.CarriesCredential
            && Refusal is null
            && !(Seal is not null && ToSign is not null && PaperSealer.Fits(ToSign, Seal));
    }
}
