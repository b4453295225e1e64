using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates.Designs;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Certificates;

public sealed class OpenTypeTests
{
    private static readonly byte[] Font = OpenTypeMaker.Make("EBGaramond12-Bold");

    [Fact]
    public void OpenTypeFont_IsTaken()
    {
        var read = FontReader.Read(Font);

        read.IsSuccess.ShouldBeTrue();
        read.Value.Name.ShouldStartWith("EB Garamond");
    }

    [Fact]
    public async Task OpenTypeFont_IsEmbeddedInPart_AndTheArchiveIsSound()
    {
        var paper = Print(Font, "sound");

        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
        TemplateTrial.Latin(paper).ShouldContain("/Subtype/CIDFontType0C");
        (await PdfPrograms.PdffontsAsync(paper)).ShouldContain("CID Type 0C");
        (await PdfPrograms.QpdfAsync(paper)).ShouldContain("No syntax or stream encoding errors found");
        Print(Font, "sound").ShouldBe(paper);
    }

    /// <summary>As fonts of many scripts are made: letters by number, in parts with programs of their own.</summary>
    [Fact]
    public async Task FontKeyedByNumbers_IsTaken_AndPrintsTheSameLetters()
    {
        var keyed = OpenTypeMaker.Make("EBGaramond12-Bold", keyed: true);

        FontReader.Read(keyed).IsSuccess.ShouldBeTrue();
        var paper = Print(keyed, "keyed");
        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
        (await PdfPrograms.PdffontsAsync(paper)).ShouldContain("CID Type 0C");
        // The same outlines, whichever way the font keeps them.
        paper.ShouldBe(Print(Font, "sound"));
    }

    [Fact]
    public void Preview_DrawsItsCurves()
    {
        var drawn = TemplateTrial
            .Workshop.Draw(Material(Font, "drawn"), TemplateTrial.Sample(TemplateSample.Ordinary), null)
            .Pages[0]
            .Shapes.Single(shape => shape.BlockId == "text");

        drawn.Path!.ShouldContain("C");
        drawn.Path!.ShouldEndWith("Z");
    }

    /// <summary>Letters that the font lacks are named while designing, as with any other font.</summary>
    [Fact]
    public void MissingLetters_AreTold()
    {
        var material = Material(Font, "missing", "Ж");

        TemplateTrial
            .Workshop.Inspect(material, TemplateTrial.Samples, null)
            .ShouldContain(problem => problem.Error.Code == "template_problem.letters_borrowed");
    }

    [Theory]
    [InlineData(new byte[] { 139, 10, 14 })]
    [InlineData(new byte[] { 32, 10, 32, 10, 32, 29, 14 })]
    [InlineData(new byte[] { 139, 139, 139, 139, 14 })]
    [InlineData(new byte[] { 139, 139, 5, 14 })]
    [InlineData(new byte[] { 139, 139, 12, 12, 14 })]
    [InlineData(new byte[] { 255 })]
    public void OutlinesThatCannotBePrinted_AreRefused(byte[] glyph) =>
        FontReader
            .Read(OpenTypeMaker.Make("EBGaramond12-Bold", glyph))
            .Error.Code.ShouldBe("certificate_font.postscript");

    [Fact]
    public void CutOffAnywhere_IsRefused_NeverThrown()
    {
        for (var length = 0; length < Font.Length; length += 1 + (length / 40))
            FontReader.Read(Font[..length]).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public void DamagedFonts_AreRefused_OrPrintable()
    {
        var random = new Random(20261122);
        var outlines = TemplateTrial.Latin(Font).IndexOf("Trial", StringComparison.Ordinal);
        var taken = 0;
        for (var round = 0; round < 200; round++)
        {
            var content = Font.ToArray();
            var (first, end) = round % 2 == 0 ? (12, content.Length) : (outlines - 12, outlines + 200);
            for (var hit = random.Next(1, 5); hit > 0; hit--)
                content[random.Next(first, end)] = (byte)random.Next(256);
            if (!FontReader.Read(content).IsSuccess)
                continue;
            taken++;
            Print(content, $"damaged-otf-{round}").ShouldNotBeEmpty();
        }
        taken.ShouldBeGreaterThan(0);
    }

    private static byte[] Print(byte[] font, string hash) =>
        TemplateTrial.Renderer.Render(TemplateTrial.Sample(TemplateSample.Ordinary), Material(font, hash));

    private static TemplateMaterial Material(byte[] font, string hash, string text = "") =>
        TemplateTrial.Material(
            new TemplateDocument { Blocks = [TemplateTrial.Text($"{text} {{name}}") with { Font = hash }] },
            fonts: new() { [hash] = new TemplateFile(hash, font) }
        );
}
