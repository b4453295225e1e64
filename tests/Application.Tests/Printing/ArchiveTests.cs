using System.Text;
using Pionir.Application.Tests.Certificates;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Printing;

/// <summary>Papers keep for decades (PDF/A-2b) and can be read aloud.</summary>
public sealed class ArchiveTests
{
    /// <summary>One square, half transparent.</summary>
    private static readonly byte[] Logo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    [Theory]
    [InlineData("resmi-1", "Siti Rahmawati", 2)]
    [InlineData("resmi-2", "Siti Rahmawati", 2)]
    [InlineData(
        "resmi-2",
        "Prof. Dr. Ir. Raden Mas Tumenggung Kusumaningrat Wirapratama Adisuryadilaga, S.H., M.Si., Ph.D., CA.",
        60
    )]
    [InlineData("resmi-2", "Ḩasan Ştefănescu <Nguyễn> & \"Ana\"", 0)]
    [InlineData("resmi-2", "\u202Eterbalik\u200F (x) \\ 100%", 1)]
    public void Certificate_Conforms(string template, string name, int subjects) =>
        ArchiveCheck.Complaints(Print(template, name, subjects)).ShouldBeEmpty();

    [Fact]
    public void Certificate_WithALogo_Conforms() =>
        ArchiveCheck
            .Complaints(new CertificateRenderer().Render(Papers.Snapshot("Siti"), "resmi-2", Logo))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(TemplateSample.Ordinary)]
    [InlineData(TemplateSample.LongestNames)]
    [InlineData(TemplateSample.Foreigner)]
    [InlineData(TemplateSample.ManySubjects)]
    public void DesignedCertificate_Conforms(TemplateSample sample) =>
        ArchiveCheck.Complaints(TemplateTrial.Print(TemplateStarter.Landscape(), sample)).ShouldBeEmpty();

    [Theory]
    [InlineData("Siti Rahmawati", 2)]
    [InlineData("Ḩasan Ştefănescu <Nguyễn> & \"Ana\"", 0)]
    [InlineData("Siti Rahmawati", 60)]
    public void CertificateOfToday_WithItsCredential_Conforms(string name, int subjects)
    {
        ArchiveCheck.Complaints(PrintToday(name, subjects)).ShouldBeEmpty();
        ArchiveCheck.Complaints(PrintToday(name, subjects, attached: false)).ShouldBeEmpty();
    }

    [Fact]
    public void DesignedCertificateOfToday_WithItsCredential_Conforms()
    {
        var sample = Papers.Today(TemplateTrial.Sample(TemplateSample.ManySubjects));

        var paper = TemplateTrial.Renderer.Render(
            sample,
            TemplateTrial.Material(TemplateStarter.Landscape()),
            credential: Papers.Credential(sample)
        );

        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<pdfaid:part>3<", "<pdfaid:part>2<")]
    [InlineData("/AF[", "/AX[")]
    [InlineData("/AFRelationship/Data", "/AFRelationship/Dxta")]
    [InlineData("/UF(kredensial.json)", "/UX(kredensial.json)")]
    [InlineData("/Names[(", "/Namez[(")]
    [InlineData("#2Fld+json", "-2Fld+json")]
    [InlineData("/ModDate(", "/ModDatx(")]
    [InlineData("/Type/ObjStm/N ", "/Type/ObjStn/N ")]
    [InlineData("/First ", "/First 1")]
    [InlineData("/Type/XRef", "/Type/XReg")]
    [InlineData("/W[1 4 2]", "/W[1 3 3]")]
    public void Check_NoticesWhatIsWrong_WithPackedAndAttached(string right, string wrong) =>
        Spoilt(PrintToday("Siti Rahmawati", 2), right, wrong).ShouldNotBeEmpty();

    [Fact]
    public async Task Credential_IsFoundByOtherReaders_AsItWasAttached()
    {
        var snapshot = Papers.Today(Papers.Snapshot("Siti Rahmawati"));
        var credential = Papers.Credential(snapshot);
        var paper = new CertificateRenderer().Render(snapshot, "resmi-3", credential: credential);

        (await PdfPrograms.RunAsync("pdfdetach", "poppler-utils", paper, "-list")).ShouldContain("1: kredensial.json");
        (await PdfPrograms.RunAsync("qpdf", "qpdf", paper, "--list-attachments")).ShouldStartWith("kredensial.json");
        (await PdfPrograms.RunAsync("qpdf", "qpdf", paper, "--show-attachment=kredensial.json")).ShouldBe(
            Encoding.UTF8.GetString(credential)
        );
        (await PdfPrograms.QpdfAsync(paper)).ShouldContain("No syntax or stream encoding errors found");
        (await PdfPrograms.RunAsync("pdfinfo", "poppler-utils", paper, "-struct-text")).ShouldContain("Mata pelatihan");
    }

    /// <summary>A check that never complains would prove nothing.</summary>
    [Theory]
    [InlineData("/OutputIntents", "/OutputIntentz")]
    [InlineData("<pdfaid:part>2<", "<pdfaid:part>1<")]
    [InlineData("/Producer(Pionir)", "/Producer(Lainny)")]
    [InlineData("/FontFile2 ", "/FontFile3 ")]
    [InlineData("/CIDToGIDMap/Identity", "/CIDToGIDMap/Identita")]
    [InlineData("/Encoding/Identity-H", "/Encoding/Identity-V")]
    [InlineData("/Filter/FlateDecode/Length 8", "/Filter/FlateDecode/Length 7")]
    [InlineData("/W[0[364 ", "/W[0[900 ")]
    [InlineData("/ID[<", "/XD[<")]
    [InlineData("0000000000 65535 f \n", "0000000000 65535 f\n ")]
    [InlineData("/S/Figure/P", "/S/Figura/P")]
    [InlineData("/Alt <", "/Alx <")]
    [InlineData("/K[0 ]", "/K[9 ]")]
    [InlineData("%\u00E2\u00E3\u00CF\u00D3", "%abcd")]
    public void Check_NoticesWhatIsWrong(string right, string wrong) =>
        Spoilt(Print("resmi-2", "Siti Rahmawati", 2), right, wrong).ShouldNotBeEmpty();

    private static IReadOnlyList<string> Spoilt(byte[] paper, string right, string wrong)
    {
        var text = Encoding.Latin1.GetString(paper);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return ArchiveCheck.Complaints(Encoding.Latin1.GetBytes(text.Remove(at, right.Length).Insert(at, wrong)));
    }

    [Fact]
    public async Task Words_AreReadInOrder_WithTableAndPicture()
    {
        var paper = Print("resmi-2", "Siti Rahmawati", 2);

        var read = await PdfPrograms.RunAsync("pdfinfo", "poppler-utils", paper, "-struct-text");

        string[] order =
        [
            "\"SERTIFIKAT\"",
            "\"Nomor: 0001/PPK/SERT/XI/2026\"",
            "\"Siti Rahmawati\"",
            "\"Pelatihan Analisis Kebijakan Publik\"",
            "Figure",
            "\"Dr. Budi Santoso, M.Si.\"",
            "\"Ditandatangani secara elektronik. Tanda tangan ada di dalam berkas PDF ini.\"",
            "\"Daftar Mata Pelatihan\"",
            "Table",
            "\"Mata pelatihan 1\"",
        ];
        var places = order.Select(words => read.IndexOf(words, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBeInOrder();
    }

    [Fact]
    public async Task OtherReaders_FindItClean()
    {
        var paper = Print("resmi-2", "Siti Rahmawati", 2);

        (await PdfPrograms.QpdfAsync(paper)).ShouldContain("No syntax or stream encoding errors found");
        var about = await PdfPrograms.PdfinfoAsync(paper);
        about.ShouldContain("Tagged:          yes");
        about.ShouldContain("JavaScript:      no");
        about.ShouldNotContain("Error");
        var fonts = await PdfPrograms.PdffontsAsync(paper);
        fonts.Split('\n').Skip(2).Where(line => line.Length > 0).ShouldAllBe(line => line.Contains("yes yes yes"));
    }

    private static byte[] PrintToday(string name, int subjects, bool attached = true)
    {
        var snapshot = Papers.Today(Snapshot(name, subjects));
        return new CertificateRenderer().Render(
            snapshot,
            "resmi-3",
            credential: attached ? Papers.Credential(snapshot) : null
        );
    }

    private static byte[] Print(string template, string name, int subjects) =>
        new CertificateRenderer().Render(Snapshot(name, subjects), template);

    private static CertificateSnapshot Snapshot(string name, int subjects)
    {
        var snapshot = Papers.Snapshot(name);
        return snapshot with
        {
            Training = snapshot.Training with
            {
                Subjects =
                [
                    .. Enumerable.Range(1, subjects).Select(at => new SnapshotSubject($"Mata pelatihan {at}", 1)),
                ],
            },
        };
    }
}
