using System.Security.Cryptography;
using System.Text;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Certificates;

namespace Pionir.Application.Tests.Certificates;

public sealed class CertificateRendererTests
{
    private const string Template = "resmi-2";
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
