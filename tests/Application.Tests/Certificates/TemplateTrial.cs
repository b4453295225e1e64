using System.Text;
using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Certificates.Designs;

namespace Pionir.Application.Tests.Certificates;

/// <summary>A template without a database around it.</summary>
internal static class TemplateTrial
{
    public static readonly TemplateWorkshop Workshop = new();
    public static readonly CertificateRenderer Renderer = new();

    private static readonly SnapshotIssuer Issuer = new(
        "Kementerian Contoh",
        "Pusat Pengembangan Kompetensi",
        "Jakarta"
    );
    private static readonly SnapshotSigner Signer = new(
        "Dr. Budi Santoso, M.Si.",
        "Kepala Pusat",
        null,
        "197001011995011001"
    );

    public static CertificateSnapshot Sample(TemplateSample sample) => TemplateSamples.Of(sample, Issuer, Signer);

    public static IReadOnlyDictionary<TemplateSample, CertificateSnapshot> Samples =>
        Enum.GetValues<TemplateSample>().ToDictionary(sample => sample, Sample);

    public static TemplateMaterial Material(
        TemplateDocument document,
        string? code = null,
        Dictionary<string, TemplateFile>? fonts = null,
        Dictionary<Guid, TemplateFile>? pictures = null
    ) => new(code, document, fonts ?? [], pictures ?? []);

    public static byte[] Print(TemplateDocument document, TemplateSample sample = TemplateSample.Ordinary) =>
        Renderer.Render(Sample(sample), Material(document));

    public static IReadOnlyList<TemplateProblem> Problems(TemplateDocument document) =>
        [.. TemplateRules.Problems(document), .. Workshop.Inspect(Material(document), Samples, null)];

    public static TemplateBlock Text(string text, double width = 200, double height = 20) =>
        new()
        {
            Id = "text",
            Kind = BlockKind.Text,
            Text = text,
            X = 20,
            Y = 20,
            Width = width,
            Height = height,
            Font = "noto-sans",
        };

    public static string Latin(byte[] content) => Encoding.Latin1.GetString(content);
}
