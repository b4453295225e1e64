using System.Security.Cryptography;
using System.Text;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates;

namespace Pionir.Application.Tests.Certificates;

public sealed class CertificateRendererTests
{
    private const string Template = "resmi-4";
    private readonly CertificateRenderer renderer = new();

    [Fact]
    public void SameSnapshot_GivesTheSameBytes_AlsoFromAnotherRenderer()
    {
        var snapshot = Snapshot("Siti Rahmawati, S.Sos.");

        var first = renderer.Render(snapshot, Template);

        renderer.Render(Snapshot("José Ştefănescu"), Template).ShouldNotBe(first);
        renderer.Render(snapshot, Template).ShouldBe(first);
        new CertificateRenderer().Render(snapshot, Template).ShouldBe(first);
    }

    /// <summary>Papers that were given out carry this hash in the manifests of archives.</summary>
    [Fact]
    public void FirstTemplate_PrintsAsItAlwaysDid() =>
        Convert
            .ToHexStringLower(SHA256.HashData(renderer.Render(Snapshot("Siti Rahmawati, S.Sos."), "resmi-1")))
            .ShouldBe("3623c5d7699e360e4e401c37fbaca24fd42c809b73e48a880af82907c6a9f79b");

    /// <summary>As the first template: signatures were made over these bytes.</summary>
    [Theory]
    [InlineData("resmi-2", 0, "ff3127d4935469ef105d558d2c8497a9354df2263dd650522e17e24bbb4346bc")]
    [InlineData("", 0, "a07dac0705231cea50921dee2e1f12157da10e056bf2dfb60d20d1a3d7b96666")]
    [InlineData("resmi-3", 2, "aa1aab76bae31dda0afc8cdb8b9554b41b0db61de7dba945d891891e4f53699d")]
    [InlineData("", 2, "29bc1f0e8062d6f9a45a4542a84aaff989f39d07031dbb8d572b84681e41e530")]
    [InlineData("resmi-4", 2, "48a96f968565fd43ff48750a4975d54aaf8fa215feaf672fd1b758cbd3db9411")]
    public void SecondTemplateAndDesignedOnes_PrintAsTheyAlwaysDid(string template, int form, string hash)
    {
        var snapshot = Snapshot("Siti Rahmawati, S.Sos. Ş") with { FileForm = form == 0 ? null : form };
        var credential = form == 0 ? null : "{\"type\":\"OpenBadgeCredential\"}"u8.ToArray();

        var paper =
            template.Length > 0
                ? renderer.Render(snapshot, template, credential: credential)
                : renderer.Render(
                    snapshot,
                    TemplateTrial.Material(TemplateStarter.Landscape()),
                    credential: credential
                );

        Convert.ToHexStringLower(SHA256.HashData(paper)).ShouldBe(hash);
    }

    [Fact]
    public void Paper_IsArchivable_Small_AndEmbedsItsFaces()
    {
        var paper = renderer.Render(Snapshot("Siti Rahmawati"), Template);
        var text = Encoding.Latin1.GetString(paper);

        text.ShouldStartWith("%PDF-1.7");
        text.ShouldContain("<pdfaid:part>2</pdfaid:part>");
        text.ShouldContain("/OutputIntents");
        text.ShouldContain("/FontFile2");
        text.ShouldContain("/Count 2/Kids");
        paper.Length.ShouldBeLessThan(60_000);
    }

    [Theory]
    [InlineData("Prof. Dr. Ir. Raden Mas Tumenggung Kusumaningrat Wirapratama Adisuryadilaga, S.H., M.Si., Ph.D., CA.")]
    [InlineData("Ḩ")]
    [InlineData("O'Brien \"Nguyễn\" (Ana) 100% <b>&amp;")]
    [InlineData("\u202Eterbalik\u200F")]
    public void AnyName_CanBeAsked(string name) => renderer.Render(Snapshot(name), Template).ShouldNotBeEmpty();

    [Fact]
    public void Name_Of300LettersWithoutASpace_IsStillPrinted() =>
        renderer.Render(Snapshot(new string('W', 300)), Template).ShouldNotBeEmpty();

    [Fact]
    public void Letters_WithoutAnyFace_AreNamed()
    {
        renderer.MissingLetters("Ana 😀, S.H.").ShouldBe("😀");
        renderer.MissingLetters("Siti\u200F Ştefănescu").ShouldBe("");
    }

    [Fact]
    public void LongProgramme_GoesOnOverPages()
    {
        var snapshot = Snapshot("Siti") with
        {
            Training = Snapshot("Siti").Training with
            {
                Subjects = [.. Enumerable.Range(1, 120).Select(at => new SnapshotSubject($"Mata pelatihan {at}", 1))],
            },
        };

        Encoding.Latin1.GetString(renderer.Render(snapshot, Template)).ShouldContain("/Count 5/Kids");
    }

    [Fact]
    public void UnknownTemplate_IsAProgrammingMistake() =>
        Should.Throw<ArgumentException>(() => renderer.Render(Snapshot("Siti"), "resmi-99"));

    private static CertificateSnapshot Snapshot(string name) => Papers.Snapshot(name);
}
