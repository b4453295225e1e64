using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates;

namespace Pionir.Application.Tests.Certificates;

public sealed class DesignedTemplateTests
{
    [Fact]
    public void Starter_PrintsEverySample()
    {
        foreach (var sample in Enum.GetValues<TemplateSample>())
        {
            var paper = TemplateTrial.Print(TemplateStarter.Landscape(), sample);
            if (Environment.GetEnvironmentVariable("PIONIR_PAPERS") is { } folder)
                File.WriteAllBytes(Path.Combine(folder, $"{sample}.pdf"), paper);
            TemplateTrial.Latin(paper).ShouldContain("<pdfaid:part>2</pdfaid:part>");
            if (sample is TemplateSample.Ordinary or TemplateSample.LongestNames)
                paper.Length.ShouldBeLessThan(60_000);
        }
    }

    [Fact]
    public void Starter_HasNoProblems() =>
        TemplateTrial
            .Problems(TemplateStarter.Landscape())
            .Select(problem => (problem.BlockId, problem.Error.Code))
            .ShouldBeEmpty();

    [Fact]
    public void SameSnapshotAndVersion_GiveTheSameBytes_AlsoFromAnotherRenderer()
    {
        var material = TemplateTrial.Material(TemplateStarter.Landscape(), "abc-1");
        var snapshot = TemplateTrial.Sample(TemplateSample.Ordinary);

        var first = TemplateTrial.Renderer.Render(snapshot, material);
        TemplateTrial.Renderer.Render(TemplateTrial.Sample(TemplateSample.Foreigner), material).ShouldNotBe(first);

        TemplateTrial.Renderer.Render(snapshot, material).ShouldBe(first);
        new CertificateRenderer().Render(snapshot, material).ShouldBe(first);
    }
}
