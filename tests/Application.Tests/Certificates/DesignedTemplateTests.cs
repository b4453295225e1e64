using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Certificates;

public sealed class DesignedTemplateTests
{
    [Theory]
    [InlineData(PaperOrientation.Landscape)]
    [InlineData(PaperOrientation.Portrait)]
    public void Starters_PrintEverySample(PaperOrientation orientation)
    {
        foreach (var sample in Enum.GetValues<TemplateSample>())
        {
            var paper = TemplateTrial.Print(Starter(orientation), sample);
            if (Environment.GetEnvironmentVariable("PIONIR_PAPERS") is { } folder)
                File.WriteAllBytes(Path.Combine(folder, $"{orientation}-{sample}.pdf"), paper);
            ArchiveCheck.Complaints(paper).ShouldBeEmpty();
            if (sample is TemplateSample.Ordinary or TemplateSample.LongestNames)
                paper.Length.ShouldBeLessThan(60_000);
        }
    }

    [Theory]
    [InlineData(PaperOrientation.Landscape)]
    [InlineData(PaperOrientation.Portrait)]
    public void Starters_HaveNoProblems(PaperOrientation orientation) =>
        TemplateTrial
            .Problems(Starter(orientation))
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

    private static TemplateDocument Starter(PaperOrientation orientation) =>
        orientation == PaperOrientation.Portrait ? TemplateStarter.Portrait() : TemplateStarter.Landscape();
}
