using System.Buffers.Binary;
using System.Text;
using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates.Designs;

namespace Pionir.Application.Tests.Certificates;

public sealed class FontReaderTests
{
    [Theory]
    [InlineData("NotoSans-Regular", "Noto Sans")]
    [InlineData("EBGaramond12-Italic", "EB Garamond")]
    public void ShippedFonts_AreTaken(string file, string name)
    {
        var read = FontReader.Read(Font(file));

        read.IsSuccess.ShouldBeTrue();
        read.Value.Name.ShouldStartWith(name);
        read.Value.Letters.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData("OTTO", "certificate_font.postscript")]
    [InlineData("ttcf", "certificate_font.collection")]
    [InlineData("wOF2", "certificate_font.web_font")]
    [InlineData("GIF8", "certificate_font.damaged")]
    public void OtherKinds_AreRefusedByName(string mark, string code)
    {
        var content = Font("EBGaramond12-Bold");
        Encoding.ASCII.GetBytes(mark).CopyTo(content, 0);

        FontReader.Read(content).Error.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(0x0002, false)]
    [InlineData(0x0004, true)]
    [InlineData(0x0008, true)]
    [InlineData(0x0104, false)]
    [InlineData(0x0200, false)]
    public void RightsOfEmbedding_AreKept(ushort rights, bool taken)
    {
        var content = Font("EBGaramond12-Bold");
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(TableAt(content, "OS/2") + 8), rights);

        var read = FontReader.Read(content);

        read.IsSuccess.ShouldBe(taken);
        if (!taken)
            read.Error.Code.ShouldBe("certificate_font.not_embeddable");
    }

    [Fact]
    public void CutOffAnywhere_IsRefused_NeverThrown()
    {
        var content = Font("EBGaramond12-Bold");
        for (var length = 0; length < content.Length; length += 1 + (length / 40))
            FontReader.Read(content[..length]).IsSuccess.ShouldBeFalse();
    }

    /// <summary>Whatever bytes come: a refusal, or a font with which every letter can be printed and drawn.</summary>
    [Fact]
    public void DamagedFonts_AreRefused_OrPrintable()
    {
        var original = Font("EBGaramond12-Bold");
        var random = new Random(20260807);
        var taken = 0;
        for (var round = 0; round < 300; round++)
        {
            var content = original.ToArray();
            // Most of a font is outlines: half of the damage goes to the tables that point into it.
            var end = round % 2 == 0 ? content.Length : 6000;
            for (var hit = random.Next(1, 6); hit > 0; hit--)
                content[random.Next(12, end)] = (byte)random.Next(256);
            if (!FontReader.Read(content).IsSuccess)
                continue;
            taken++;
            Use(content, $"damaged-{round}");
        }
        taken.ShouldBeGreaterThan(0);
    }

    private static void Use(byte[] content, string hash)
    {
        var block = TemplateTrial.Text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 {name}") with
        {
            Font = hash,
        };
        var material = TemplateTrial.Material(
            new TemplateDocument { Blocks = [block] },
            fonts: new() { [hash] = new TemplateFile(hash, content) }
        );
        var snapshot = TemplateTrial.Sample(TemplateSample.Foreigner);
        TemplateTrial.Renderer.Render(snapshot, material).ShouldNotBeEmpty();
        TemplateTrial.Workshop.Draw(material, snapshot, null).Pages.ShouldNotBeEmpty();
    }

    private static int TableAt(byte[] font, string tag)
    {
        for (var record = 12; ; record += 16)
        {
            if (Encoding.ASCII.GetString(font, record, 4) == tag)
                return (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(record + 8));
        }
    }

    private static byte[] Font(string file)
    {
        using var stream = typeof(FontReader).Assembly.GetManifestResourceStream($"fonts/{file}.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
