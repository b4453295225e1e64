using System.Diagnostics;
using Pionir.Application.Tests.Signing;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Signing;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Certificates;

/// <summary>
/// Five certificates as different as they come, signed and with their credentials, given to other people's programs. With
/// <c>PIONIR_PAPERS</c> set to a folder, papers and pictures stay there to be looked at.
/// </summary>
public sealed class FivePapersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 4, 5, TimeSpan.Zero);

    public static TheoryData<string> All => ["pendek", "terpanjang", "dua-halaman", "luar", "pengganti"];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Paper_IsSoundForOthers_AndItsCodeIsReadFromThePicture(string which)
    {
        var snapshot = Papers.Today(Snapshot(which));
        var renderer = new CertificateRenderer();
        var paper = renderer.Render(snapshot, renderer.BuiltInTemplate, credential: Papers.Credential(snapshot));
        using var signer = TestSigner.Curve();
        var seals = new PaperSeals(signer, new NoTimestamps());
        var seal = (
            await seals.MakeAsync(paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).Value;
        var file = seals.Apply(paper, seal);

        ArchiveCheck.Complaints(file).ShouldBeEmpty();
        (await PdfPrograms.QpdfAsync(file)).ShouldContain("No syntax or stream encoding errors found");
        var signed = await PdfPrograms.PdfsigAsync(file);
        signed.ShouldContain("Signature is Valid.");
        signed.ShouldContain("Total document signed");
        var about = await PdfPrograms.PdfinfoAsync(file);
        about.ShouldContain($"Sertifikat {snapshot.Number}");
        about.ShouldNotContain("Error");
        (await CodesAsync(which, file)).ShouldContain(snapshot.VerificationAddress);
        file.Length.ShouldBeLessThan(60_000);
    }

    /// <summary>The heaviest that is given out: thirty subjects, a credential, a signature and its time-stamp.</summary>
    [Fact]
    public async Task StampedPaper_IsStillSmall()
    {
        var snapshot = Papers.Today(Snapshot("dua-halaman"));
        var renderer = new CertificateRenderer();
        var paper = renderer.Render(snapshot, renderer.BuiltInTemplate, credential: Papers.Credential(snapshot));
        using var signer = TestSigner.Curve();
        using var authority = new TimestampAuthority(Now);
        var seals = TimestampTests.Seals(signer, authority);
        var seal = (
            await seals.MakeAsync(paper, mustBeStamped: true, Now, TestContext.Current.CancellationToken)
        ).Value;

        var file = seals.Apply(paper, seal);

        file.Length.ShouldBeLessThan(60_000);
        (await PdfPrograms.PdfsigAsync(file)).ShouldContain("Signature is Valid.");
        new PaperInspector().Read(file).Signatures.ShouldHaveSingleItem().TimestampedAt.ShouldBe(Now);
    }

    /// <summary>Drawn page by page as a printer would, then read by another program.</summary>
    private static async Task<string> CodesAsync(string which, byte[] file)
    {
        var kept = Environment.GetEnvironmentVariable("PIONIR_PAPERS");
        var folder = kept ?? Directory.CreateTempSubdirectory("pionir-papers-").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            var pdf = Path.Combine(folder, $"{which}.pdf");
            await File.WriteAllBytesAsync(pdf, file, TestContext.Current.CancellationToken);
            await RunAsync("pdftoppm", "-png", "-r", "110", pdf, Path.Combine(folder, which));
            return await RunAsync(
                "zbarimg",
                ["--raw", "-q", .. Directory.GetFiles(folder, $"{which}-*.png").Order(StringComparer.Ordinal)]
            );
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo(program, options) { RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return told;
    }

    private static CertificateSnapshot Snapshot(string which)
    {
        var ordinary = Papers.Snapshot("Ani") with
        {
            Holder = new SnapshotHolder("Ani", "NIP", "198507122010012003", null, "Biro Umum"),
            Signer = new SnapshotSigner("Dr. Budi Santoso, M.Si.", "Kepala Pusat Pengembangan Kompetensi ASN"),
        };
        return which switch
        {
            "terpanjang" => ordinary with
            {
                Number = "12345/PPKASN/SERT/PELATIHAN/VIII/2026",
                Holder = new SnapshotHolder(
                    "Prof. Dr. Ir. H. Raden Mas Tumenggung Kusumaningrat Wirapratama Adisuryadilaga, S.H., S.Sos., M.Si., Ph.D., CA.",
                    "NI PPPK",
                    "198507122010211003",
                    null,
                    "Direktorat Jenderal Pembinaan Pengembangan Kompetensi dan Produktivitas Aparatur Sipil Negara"
                ),
                Training = ordinary.Training with
                {
                    Name = LongTitle,
                    Batch = "XXXVIII",
                    StartsOn = new DateOnly(2026, 9, 28),
                    EndsOn = new DateOnly(2027, 2, 12),
                    Place = "Kabupaten Administrasi Kepulauan Seribu",
                    Jp = 1080,
                },
                Signer = new SnapshotSigner(
                    "Prof. Dr. Ir. Raden Ayu Sri Kusumawardhani Notohadiningrat, S.T., M.T., M.Si., Ph.D.",
                    "Kepala Pusat Pengembangan Kompetensi Aparatur Sipil Negara",
                    "Plt.",
                    "197001011995011001"
                ),
                IssuedAt = "Kabupaten Administrasi Kepulauan Seribu",
            },
            "dua-halaman" => ordinary with
            {
                Holder = ordinary.Holder with { Name = "Siti Rahmawati, S.Sos., M.Si." },
                Training = ordinary.Training with
                {
                    Jp = 180,
                    Subjects = [.. Enumerable.Range(0, 30).Select(at => new SnapshotSubject(Subject(at), 6))],
                },
            },
            "luar" => ordinary with
            {
                Holder = new SnapshotHolder(
                    "Dr. José Ştefănescu-Müller, Ph.D.",
                    null,
                    null,
                    null,
                    "Universität für Verwaltungswissenschaften Speyer"
                ),
                Training = ordinary.Training with { Batch = null },
            },
            "pengganti" => ordinary with
            {
                Number = "0107/PPK/SERT/XI/2026",
                Holder = ordinary.Holder with { Name = "Siti Rahmawati, S.Sos." },
                Edition = 2,
                Replaces = "0001/PPK/SERT/XI/2026",
            },
            _ => ordinary,
        };
    }

    private const string LongTitle =
        "Pelatihan Fungsional Analis Kebijakan Ahli Madya bagi Pegawai Aparatur Sipil Negara di Lingkungan Lembaga "
        + "Penyelenggara Pendidikan dan Pelatihan Pemerintah Pusat, Pemerintah Daerah Provinsi, serta Pemerintah Daerah "
        + "Kabupaten dan Kota Seluruh Indonesia Tahun Anggaran 2026 Gelombang Kedua";

    private static string Subject(int at) =>
        new[]
        {
            "Wawasan kebangsaan dan nilai-nilai bela negara",
            "Perumusan masalah kebijakan",
            "Analisis pemangku kepentingan",
            "Penyusunan rekomendasi kebijakan dan naskah akademik beserta dampak anggarannya",
            "Komunikasi kebijakan",
            "Seminar dan evaluasi",
        }[at % 6] + (at < 6 ? "" : $" {(at / 6) + 1}");
}
