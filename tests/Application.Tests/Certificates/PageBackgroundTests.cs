using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Certificates.Designs;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Certificates;

/// <summary>A page of somebody's PDF behind the certificate: drawn as it was, archivable, and refused where it cannot be.</summary>
public sealed class PageBackgroundTests
{
    private static readonly Guid Id = Guid.Parse("0198aaaa-0000-7000-8000-000000000001");

    /// <summary>Colours of print, an ink, a veil, a gradient, layers that show, marks of structure, something left open.</summary>
    private static byte[] Rich =>
        PdfSketch.Of(
            """
            /OC /L1 BDC q 0.1 0.2 0 0 k 0 0 841.89 595.28 re f
            /Emas cs 0.8 scn 20 20 300 40 re f EMC
            q /Tembus gs /Landai sh
            /P <</MCID 0>> BDC BT /H 12 Tf 100 100 Td <00> Tj ET EMC
            /Anak Do
            """,
            "/Font<</H 10 0 R>>/ColorSpace<</Emas[/Separation/Emas/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[.2 .35 .85 .1]/N 1>>]>>"
                + "/ExtGState<</Tembus<</ca .4/BM/Multiply/TR2/Default/HT/Default/OP true>>>>"
                + "/Shading<</Landai<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 800 0]/Function<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[.5 0 0 0]/N 1>>>>>>"
                + "/XObject<</Anak 13 0 R>>/Properties<</L1 14 0 R>>",
            catalog: "/OCProperties<</OCGs[14 0 R]/D<<>>>>",
            objects:
            [
                .. PdfSketch.EmbeddedFont(),
                PdfSketch.Stream("/Type/XObject/Subtype/Form/BBox[0 0 50 50]/OC 14 0 R", "0 0 0 1 k 0 0 50 50 re f"),
                "<</Type/OCG/Name(Lapisan)>>",
            ]
        );

    [Fact]
    public async Task Page_IsCarriedByAPaperThatStaysArchivable()
    {
        var page = Read(Rich);

        var paper = Print(page, TemplateStarter.Landscape());

        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
        (await PdfPrograms.QpdfAsync(paper)).ShouldContain("No syntax or stream encoding errors found");
        var text = TemplateTrial.Latin(paper);
        text.ShouldContain("/DefaultCMYK");
        text.ShouldNotContain("/TR2");
        text.ShouldNotContain("/OCG");
        (page.Width, page.Height).ShouldBe((297, 210));
    }

    [Fact]
    public void SamePage_GivesTheSameBytes_ReadAgainAndPrintedAgain()
    {
        var (first, again) = (Read(Rich), Read(Rich));

        again.Content.ShouldBe(first.Content);
        Print(again, TemplateStarter.Landscape()).ShouldBe(Print(first, TemplateStarter.Landscape()));
    }

    [Fact]
    public void TwoPages_StandInOnePaper_WithoutMixingTheirObjects()
    {
        var (front, back) = (Guid.NewGuid(), Guid.NewGuid());
        var material = TemplateTrial.Material(
            TemplateStarter.Landscape() with
            {
                Background = front,
                BackgroundOfSecond = back,
            },
            pictures: new()
            {
                [front] = new TemplateFile("a", Read(Rich).Content),
                [back] = new TemplateFile("b", Read(PdfSketch.Of()).Content),
            }
        );

        var paper = TemplateTrial.Renderer.Render(TemplateTrial.Sample(TemplateSample.Ordinary), material);

        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
    }

    [Fact]
    public void ChosenPage_IsTaken_AndATurnedOneStandsUpright()
    {
        var file = PdfSketch.Of(pages: 3, page: "/MediaBox[0 0 841.89 595.28]/Rotate 90");

        TemplateTrial.Workshop.ReadPage(file, null).Error.Code.ShouldBe("certificate_picture.page_needed");
        TemplateTrial.Workshop.ReadPage(file, 4).Error.Code.ShouldBe("certificate_picture.page_missing");
        TemplateTrial.Workshop.ReadPage(file, 0).Error.Code.ShouldBe("certificate_picture.page_missing");
        var turned = TemplateTrial.Workshop.ReadPage(file, 1).Value;
        (turned.Width, turned.Height).ShouldBe((210, 297));
        TemplateTrial.Workshop.ReadPage(file, 2).Value.Height.ShouldBe(297);
    }

    public static TheoryData<string, string> Refused =>
        new()
        {
            { "page_active", "javascript" },
            { "page_active", "launch" },
            { "page_layers", "hidden" },
            { "page_annotated", "field" },
            { "page_font_missing", "helvetica" },
            { "page_font_unusable", "uncoded" },
            { "page_picture", "jpeg2000" },
            { "page_inks", "ink" },
            { "page_size", "huge" },
            { "page_too_complex", "deep" },
            { "page_unreadable", "operator" },
            { "page_unreadable", "postscript" },
            { "page_unreadable", "broken" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatCannotBeArchived_IsRefusedAtTheDoor(string code, string how) =>
        TemplateTrial.Workshop.ReadPage(Bad(how), null).Error.Code.ShouldBe($"certificate_picture.{code}");

    [Fact]
    public void PageOfAnotherShape_IsToldWhileDesigning_WithBothSizes()
    {
        var page = Read(PdfSketch.Of(page: "/MediaBox[0 0 595.28 841.89]"));

        var problem = Problems(page)
            .Single(problem => problem.Error.Code.StartsWith("template_problem.p", StringComparison.Ordinal));

        problem.Error.Code.ShouldBe("template_problem.page_size_differs");
        problem.Error.Arguments["found"].ShouldBe("210 × 297 mm");
        problem.Error.Arguments["wanted"].ShouldBe("297 × 210 mm");
        Problems(Read(PdfSketch.Of())).ShouldBeEmpty();
    }

    private static byte[] Bad(string how) =>
        how switch
        {
            "javascript" => PdfSketch.Of(catalog: "/OpenAction<</S/JavaScript/JS(app.alert)>>"),
            "launch" => PdfSketch.Of(page: "/MediaBox[0 0 800 600]/AA<</O 10 0 R>>", objects: ["<</S/Launch/F(x)>>"]),
            "hidden" => PdfSketch.Of(
                catalog: "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>",
                objects: ["<</Type/OCG/Name(x)>>"]
            ),
            "field" => PdfSketch.Of(page: "/MediaBox[0 0 800 600]/Annots[<</Subtype/Widget/Rect[0 0 9 9]>>]"),
            "helvetica" => PdfSketch.Of(
                "BT /H 12 Tf (halo) Tj ET",
                "/Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
            ),
            "uncoded" => PdfSketch.Of(resources: "/Font<</H 10 0 R>>", objects: PdfSketch.EmbeddedFont(encoding: "")),
            "jpeg2000" => PdfSketch.Of(
                "/G Do",
                "/XObject<</G 10 0 R>>",
                objects: [PdfSketch.Stream("/Subtype/Image/Width 9/Height 9/Filter/JPXDecode", "data")]
            ),
            "ink" => PdfSketch.Of(
                resources: "/ColorSpace<</E[/DeviceN[/Emas/Perak]/DeviceRGB 10 0 R]>>",
                objects: [PdfSketch.Stream("/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]", "{0}")]
            ),
            "huge" => PdfSketch.Of(page: "/MediaBox[0 0 20000 20000]"),
            "deep" => PdfSketch.Of(string.Concat(Enumerable.Repeat("q ", 40))),
            "operator" => PdfSketch.Of("0 0 9 9 re gambarlah"),
            "postscript" => PdfSketch.Of(
                "/G Do",
                "/XObject<</G 10 0 R>>",
                objects: [PdfSketch.Stream("/Subtype/PS", "showpage")]
            ),
            _ => [.. "%PDF-1.7\nbukan PDF\n%%EOF\n"u8],
        };

    private static PagePicture Read(byte[] file) => TemplateTrial.Workshop.ReadPage(file, null).Value;

    private static byte[] Print(PagePicture page, TemplateDocument document) =>
        new CertificateRenderer().Render(TemplateTrial.Sample(TemplateSample.Ordinary), Material(page, document));

    private static TemplateMaterial Material(PagePicture page, TemplateDocument document) =>
        TemplateTrial.Material(
            document with
            {
                Background = Id,
            },
            pictures: new() { [Id] = new TemplateFile("latar", page.Content) }
        );

    private static IReadOnlyList<TemplateProblem> Problems(PagePicture page) =>
        new TemplateWorkshop().Inspect(Material(page, TemplateStarter.Landscape()), TemplateTrial.Samples, null);
}
