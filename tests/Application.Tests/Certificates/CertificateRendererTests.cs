using System.Text;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Certificates;

namespace Pionir.Application.Tests.Certificates;

public sealed class CertificateRendererTests
{
    private const string Template = "resmi-1";
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

    private static CertificateSnapshot Snapshot(string name) =>
        new()
        {
            Number = "0001/PPK/SERT/XI/2026",
            Token = "abcdefghijklmnopqrstuvwxyz0",
            VerificationAddress = "https://pionir.contoh.go.id/v/abcdefghijklmnopqrstuvwxyz0",
            Issuer = new SnapshotIssuer("Kementerian Contoh", "Pusat Pengembangan Kompetensi", "Jakarta"),
            Holder = new SnapshotHolder(name, "NIP", "198507122010012003", null, "Biro Umum"),
            Training = new SnapshotTraining(
                "PPK-2026-0001",
                "Pelatihan Analisis Kebijakan Publik",
                "III",
                new DateOnly(2026, 11, 3),
                new DateOnly(2026, 11, 7),
                "Jakarta",
                40,
                [new SnapshotSubject("Pengantar", 10), new SnapshotSubject("Praktik", 30)]
            ),
            Signer = new SnapshotSigner("Dr. Budi Santoso, M.Si.", "Kepala Pusat", "Plt.", "197001011995011001"),
            IssuedOn = new DateOnly(2026, 11, 20),
            IssuedAt = "Jakarta",
        };
}
