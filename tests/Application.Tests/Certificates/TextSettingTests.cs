using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Printing;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Certificates;

/// <summary>Pairs of letters, straight edges and the dot of thousands: for versions published from now on.</summary>
public sealed class TextSettingTests
{
    [Theory]
    [InlineData("EBGaramond12-Regular", "Te")]
    [InlineData("EBGaramond12-Bold", "Va")]
    [InlineData("NotoSans-Regular", "To")]
    [InlineData("NotoSans-Regular", "AV")]
    public void PairsThatLeaveAHole_StandCloser(string font, string pair) => Between(font, pair).ShouldBeLessThan(-20);

    [Theory]
    [InlineData("EBGaramond12-Regular", "nn")]
    [InlineData("NotoSans-Regular", "HH")]
    public void PairsThatStandWell_StayAsTheyAre(string font, string pair) => Between(font, pair).ShouldBe(0);

    [Fact]
    public void FontThatTalksNonsense_IsPrintedWithoutPairs()
    {
        var real = TrueTypeFont.Load("EBGaramond12-Regular").Table("GPOS").ToArray();
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var spoilt = real[..random.Next(real.Length)];
            for (var hit = 0; hit < 20 && spoilt.Length > 0; hit++)
                spoilt[random.Next(Math.Min(spoilt.Length, 2000))] = (byte)random.Next(256);
            var kerning = new FontKerning(spoilt, spoilt);
            for (ushort left = 30; left < 60; left++)
                _ = kerning.Between(left, (ushort)(left + 7));
        }
    }

    [Fact]
    public void NewVersions_AreKerned_EarlierOnesAreNot()
    {
        var earlier = TemplateStarter.Landscape();

        var (before, now) = (TemplateTrial.Print(earlier), TemplateTrial.Print(earlier.Renewed()));

        now.ShouldNotBe(before);
        TemplateTrial.Print(earlier.Renewed()).ShouldBe(now);
        ArchiveCheck.Complaints(now).ShouldBeEmpty();
        now.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task Words_AreStillReadAsWords()
    {
        var paper = TemplateTrial.Print(
            TemplateStarter.Landscape().Renewed() with
            {
                Blocks = [TemplateTrial.Text(Long, 80, 60) with { Align = TextAlign.Justify, Font = "eb-garamond" }],
            }
        );

        (await PdfPrograms.RunAsync("pdfinfo", "poppler-utils", paper, "-struct-text")).ShouldContain($"\"{Long}\"");
        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
    }

    [Fact]
    public void JustifiedLines_EndAtTheEdge_ButForTheLastOfAParagraph()
    {
        var block = TemplateTrial.Text(Long, 80, 60) with
        {
            Align = TextAlign.Justify,
            Font = "eb-garamond",
            Size = 12,
        };
        var document = TemplateStarter.Landscape().Renewed() with { Blocks = [block] };

        var drawing = TemplateTrial.Workshop.Draw(
            TemplateTrial.Material(document),
            TemplateTrial.Sample(TemplateSample.Ordinary),
            null
        );

        // Where the ink of each line ends: the largest x among its outlines, which the page shows line by line.
        var ends = drawing
            .Pages[0]
            .Shapes.Where(shape => shape.BlockId == "text" && shape.Path is not null)
            .Select(shape => Numbers(shape.Path!).Where((_, at) => at % 2 == 0).Max())
            .ToList();
        ends.Count.ShouldBeGreaterThan(2);
        var edge = (block.X + block.Width) * 72 / 25.4;
        ends[..^1].ShouldAllBe(end => Math.Abs(end - edge) < 2);
        ends[^1].ShouldBeLessThan(edge - 5);
    }

    [Theory]
    [InlineData(0, "1080 JP")]
    [InlineData(1, "1.080 JP")]
    public async Task Hours_HaveTheirDot_SinceNewVersions(int setting, string printed)
    {
        var document = TemplateStarter.Landscape() with { Setting = setting, Blocks = [TemplateTrial.Text("{jp} JP")] };

        var paper = TemplateTrial.Print(document, TemplateSample.LongestNames);

        var read = await PdfPrograms.RunAsync("pdfinfo", "poppler-utils", paper, "-struct-text");
        read.ShouldContain($"\"{printed}\"");
    }

    private const string Long =
        "Sertifikat ini diberikan kepada peserta yang telah mengikuti seluruh rangkaian pelatihan dan dinyatakan lulus "
        + "sesuai dengan ketentuan yang berlaku di lingkungan Kementerian Contoh.";

    private static int Between(string name, string pair)
    {
        var font = TrueTypeFont.Load(name);
        return font.KernBetween(font.GlyphOf(pair[0]), font.GlyphOf(pair[1]));
    }

    private static IEnumerable<double> Numbers(string path) =>
        path.Split((char[])['M', 'L', 'C', 'Q', 'Z', ' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
}
