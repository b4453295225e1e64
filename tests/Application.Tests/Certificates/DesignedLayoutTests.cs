using Pionir.Domain.Certificates.Templates;

namespace Pionir.Application.Tests.Certificates;

public sealed class DesignedLayoutTests
{
    [Fact]
    public void LongText_Shrinks_AndWraps_AndStaysInItsBox()
    {
        var narrow = Fit(TemplateTrial.Text("{training}", width: 90, height: 20) with { Size = 24, MinimumSize = 6 });
        var wide = Fit(TemplateTrial.Text("{training}", width: 250, height: 20) with { Size = 24, MinimumSize = 6 });

        narrow.Size.ShouldBeLessThan(24);
        narrow.Lines.ShouldBeGreaterThan(1);
        (narrow.Size * 1.2 * narrow.Lines).ShouldBeLessThanOrEqualTo((20 * 72 / 25.4) + 0.1);
        wide.Size.ShouldBeGreaterThan(narrow.Size);
    }

    [Fact]
    public void ShortText_KeepsItsSize() => Fit(TemplateTrial.Text("Nomor: {jp}")).ShouldBe(new("text", 12, 1));

    [Fact]
    public void TextThatCannotFit_IsAnErrorWhileDesigning_AndPrintedAnyhow()
    {
        var document = Document(TemplateTrial.Text("{training} {training}", 40, 6) with { MinimumSize = 10 });

        Codes(document, "text").ShouldContain("template_problem.text_too_long");
        TemplateTrial.Print(document, TemplateSample.LongestNames).ShouldNotBeEmpty();
    }

    [Fact]
    public void LettersOfNoFont_AreAnError_ThoseOfAnotherAWarning()
    {
        Codes(Document(TemplateTrial.Text("Selamat 😀")), "text").ShouldContain("template_problem.letters_missing");
        Codes(Document(TemplateTrial.Text("→ “{name}”") with { Font = "eb-garamond-bold" }), "text")
            .ShouldContain("template_problem.letters_borrowed");
        Codes(Document(TemplateTrial.Text("x") with { Font = "ada-lovelace" }), "text")
            .ShouldContain("template_problem.font_unknown");
    }

    [Fact]
    public void Drawing_ShowsEveryBlock_AndPagesAsThePaperHasThem()
    {
        var drawing = TemplateTrial.Workshop.Draw(
            TemplateTrial.Material(TemplateStarter.Landscape()),
            TemplateTrial.Sample(TemplateSample.ManySubjects),
            null
        );

        drawing.Pages.Count.ShouldBeGreaterThan(2);
        drawing.Pages[0].Width.ShouldBe(841.89, 0.01);
        var drawn = drawing.Pages.SelectMany(page => page.Shapes).Select(shape => shape.BlockId).ToHashSet();
        TemplateStarter.Landscape().Blocks.Select(block => block.Id).Except(drawn.OfType<string>()).ShouldBeEmpty();
        var paper = TemplateTrial.Latin(TemplateTrial.Print(TemplateStarter.Landscape(), TemplateSample.ManySubjects));
        paper.ShouldContain($"/Count {drawing.Pages.Count}/Kids");
    }

    [Fact]
    public void Signature_IsPrintedOnlyForItsOwner()
    {
        var id = Guid.NewGuid();
        var pictures = new Dictionary<Guid, Application.Certificates.Templates.TemplateFile> { [id] = new("h", Png()) };
        TemplateBlock block = new()
        {
            Id = "hand",
            Kind = BlockKind.Signature,
            Picture = id,
            Signer = "19700101 199501 1 001",
            Width = 40,
            Height = 20,
        };

        Shapes(block).ShouldBe(1);
        Shapes(block with { Signer = "197001011995011002" }).ShouldBe(0);
        Shapes(block with { Signer = "Budi Santoso" }).ShouldBe(1);
        Shapes(block with { Signer = "Ani Wijaya" }).ShouldBe(0);

        int Shapes(TemplateBlock hand) =>
            TemplateTrial
                .Workshop.Draw(
                    TemplateTrial.Material(Document(hand), pictures: pictures),
                    TemplateTrial.Sample(TemplateSample.Ordinary),
                    null
                )
                .Pages[0]
                .Shapes.Count(shape => shape.BlockId == "hand");
    }

    private static TemplateDocument Document(TemplateBlock block) => new() { Blocks = [block] };

    private static IEnumerable<string> Codes(TemplateDocument document, string block) =>
        TemplateTrial
            .Problems(document)
            .Where(problem => problem.BlockId == block)
            .Select(problem => problem.Error.Code);

    private static Application.Certificates.Templates.FittedText Fit(TemplateBlock block) =>
        TemplateTrial
            .Workshop.Draw(
                TemplateTrial.Material(Document(block)),
                TemplateTrial.Sample(TemplateSample.LongestNames),
                null
            )
            .Texts.Single();

    /// <summary>One white pixel.</summary>
    private static byte[] Png() =>
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=="
        );
}
