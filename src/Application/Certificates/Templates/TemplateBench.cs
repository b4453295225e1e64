using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Application.Certificates.Templates;

/// <summary>Tries a draft with made-up certificates under the institution's own name, logo and signer.</summary>
internal sealed class TemplateBench(
    TemplateShelf shelf,
    ITemplateWorkshop workshop,
    CertificatePrinter printer,
    ICertificateSigners signers,
    IInstitution institution,
    IInstitutionClock clock
) : IApplicationPart
{
    private static readonly SnapshotSigner Somebody = new(
        "Dr. Budi Santoso, M.Si.",
        "Kepala Pusat",
        null,
        "197001011995011001"
    );

    public async Task<(TemplateDrawing Drawing, IReadOnlyList<TemplateProblem> Problems)> TryAsync(
        TemplateDocument document,
        TemplateSample sample,
        CancellationToken cancellationToken
    )
    {
        var material = await shelf.FetchAsync(document, cancellationToken);
        var samples = await SamplesAsync(cancellationToken);
        var logo = await printer.LogoAsync(samples[sample], cancellationToken);
        return (workshop.Draw(material, samples[sample], logo), Problems(material, samples, logo));
    }

    public async Task<IReadOnlyList<TemplateProblem>> InspectAsync(
        TemplateDocument document,
        CancellationToken cancellationToken
    )
    {
        var material = await shelf.FetchAsync(document, cancellationToken);
        var samples = await SamplesAsync(cancellationToken);
        return Problems(
            material,
            samples,
            await printer.LogoAsync(samples[TemplateSample.Ordinary], cancellationToken)
        );
    }

    public async Task<CertificateSnapshot> SampleAsync(TemplateSample sample, CancellationToken cancellationToken) =>
        (await SamplesAsync(cancellationToken))[sample];

    private IReadOnlyList<TemplateProblem> Problems(
        TemplateMaterial material,
        IReadOnlyDictionary<TemplateSample, CertificateSnapshot> samples,
        byte[]? logo
    ) => [.. TemplateRules.Problems(material.Document), .. workshop.Inspect(material, samples, logo)];

    private async Task<IReadOnlyDictionary<TemplateSample, CertificateSnapshot>> SamplesAsync(
        CancellationToken cancellationToken
    )
    {
        var issuer = SnapshotMaker.IssuerOf(await institution.CurrentAsync(cancellationToken));
        var today = await clock.TodayAsync(cancellationToken);
        var signer = await signers.OnAsync(today, cancellationToken) ?? Somebody;
        return Enum.GetValues<TemplateSample>()
            .ToDictionary(sample => sample, sample => TemplateSamples.Of(sample, issuer, signer));
    }
}
