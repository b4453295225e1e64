using System.Diagnostics;
using System.Text.RegularExpressions;
using Pionir.Application.Certificates;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Application.Tests.Certificates;

/// <summary>
/// Many certificates in one file for printing, given to other people's programs. With <c>PIONIR_PAPERS</c> set to a folder,
/// the file and pictures of its pages stay there to be looked at.
/// </summary>
public sealed class PrintCopyTests
{
    private static readonly CertificateRenderer Renderer = new();

    [Fact]
    public async Task Copy_IsSoundForOthers_AndEachCodeIsReadFromItsPicture()
    {
        var papers = Few();

        var file = Print(papers, bothSides: true);

        ArchiveCheck.Complaints(file).ShouldBeEmpty();
        (await PdfPrograms.QpdfAsync(file)).ShouldContain("No syntax or stream encoding errors found");
        var about = await PdfPrograms.PdfinfoAsync(file);
        about.ShouldContain("Salinan cetak 4 sertifikat");
        // The second has one page, and its back stays white.
        about.ShouldContain("Pages:           8");
        (await PdfPrograms.PdfsigAsync(file)).ShouldContain("does not contain any signatures");
        (await CodesAsync(file)).ShouldBe([.. papers.Select(paper => paper.Content.VerificationAddress)]);
    }

    [Fact]
    public async Task Papers_KeepTheirOrder_AndEachStartsASheetOnlyWhenBothSidesArePrintedOn()
    {
        var papers = Few();

        var file = Print(papers, bothSides: false);

        (await PdfPrograms.PdfinfoAsync(file)).ShouldContain("Pages:           7");
        var text = await PdfPrograms.PdftotextAsync(file);
        foreach (var paper in papers)
            text.ShouldContain(paper.Content.Number);
        text.ShouldContain("Dr. José Ştefănescu-Müller, Ph.D.");
        var outline = await OutlineAsync(file);
        outline.ShouldBe([.. papers.Select(paper => $"{paper.Content.Number} – {paper.Content.Holder.Name}")]);
    }

    [Fact]
    public void WhatPapersShare_StandsInTheFileOnce()
    {
        var one = Print(Many(1), bothSides: false);
        var many = Print(Many(400), bothSides: false);

        ((many.Length - one.Length) / 399).ShouldBeLessThan(2_500);
        new StrictPdf(many)
            .Objects.Values.OfType<PdfStream>()
            .Count(stream => stream.Dictionary.ContainsKey("Length1"))
            .ShouldBeLessThanOrEqualTo(5);
        Print(Many(400), bothSides: false).ShouldBe(many);
    }

    [Fact]
    public async Task DesignedTemplates_ArePrintedBesideOthers()
    {
        var papers = Few();
        var material = TemplateTrial.Material(TemplateStarter.Landscape(), "rancangan-1");
        var copy = Renderer.BeginCopy();
        copy.Add(papers[0], null, null, startsSheet: true);
        copy.Add(papers[1] with { TemplateVersion = "rancangan-1" }, material, null, startsSheet: true);
        copy.Add(papers[2] with { TemplateVersion = "rancangan-1" }, material, null, startsSheet: true);
        copy.AddNote("0009/PPK/SERT/XI/2026 – Ani: tidak dicetak");

        var file = Whole(copy, bothSides: true);

        ArchiveCheck.Complaints(file).ShouldBeEmpty();
        (await PdfPrograms.QpdfAsync(file)).ShouldContain("No syntax or stream encoding errors found");
        (await CodesAsync(file, "rancangan")).Count.ShouldBe(3);
        (await OutlineAsync(file))[^1].ShouldBe("0009/PPK/SERT/XI/2026 – Ani: tidak dicetak");
    }

    private static List<PrintedCertificate> Few()
    {
        var ordinary = Papers.Snapshot("Siti Rahmawati, S.Sos., M.Si.");
        return
        [
            Paper(ordinary, 1),
            Paper(ordinary with { Training = ordinary.Training with { Subjects = [] } }, 2, "Ani"),
            Paper(ordinary, 3, "Dr. José Ştefănescu-Müller, Ph.D."),
            Paper(
                ordinary,
                4,
                "Prof. Dr. Ir. H. Raden Mas Tumenggung Kusumaningrat Wirapratama Adisuryadilaga, S.H., M.Si., Ph.D., CA."
            ),
        ];
    }

    private static List<PrintedCertificate> Many(int count)
    {
        var ordinary = Papers.Snapshot("Siti Rahmawati, S.Sos., M.Si.");
        var long30 = ordinary with
        {
            Training = ordinary.Training with
            {
                Subjects =
                [
                    .. Enumerable
                        .Range(1, 30)
                        .Select(at => new SnapshotSubject(
                            $"Perumusan masalah kebijakan dan akibatnya, bagian {at}",
                            6
                        )),
                ],
            },
        };
        return [.. Enumerable.Range(1, count).Select(at => Paper(long30, at, $"Peserta Nomor {at}, S.Sos."))];
    }

    private static PrintedCertificate Paper(CertificateSnapshot snapshot, int sequence, string? name = null)
    {
        var token = $"abcdefghijklmnopqrstuv{sequence:00000}";
        return new PrintedCertificate(
            snapshot with
            {
                Number = $"{sequence:0000}/PPK/SERT/XI/2026",
                Token = token,
                VerificationAddress = $"https://pionir.contoh.go.id/v/{token}",
                Holder = snapshot.Holder with { Name = name ?? snapshot.Holder.Name },
            },
            "resmi-3",
            sequence
        );
    }

    private static byte[] Print(List<PrintedCertificate> papers, bool bothSides)
    {
        var copy = Renderer.BeginCopy();
        var parts = new List<byte[]>();
        foreach (var (at, paper) in papers.Index())
        {
            copy.Add(paper, null, null, bothSides);
            if (at % 3 == 2)
                parts.Add(copy.Take($"{at + 1} 0 {papers.Count}"));
        }
        return [.. parts.SelectMany(part => part), .. Whole(copy, bothSides, papers.Count)];
    }

    private static byte[] Whole(IPrintCopy copy, bool bothSides, int count = 3) =>
        copy.Close(
            new PrintCopyFacts(
                "Salinan cetak sertifikat – Analisis Kebijakan",
                $"Salinan cetak {count} sertifikat.",
                "Kementerian Contoh",
                new DateOnly(2026, 11, 20),
                bothSides
            )
        );

    private static async Task<List<string>> OutlineAsync(byte[] file)
    {
        var json = await PdfPrograms.RunAsync("qpdf", "qpdf", file, "--json", "--json-key=outlines");
        return [.. Regex.Matches(json, "\"title\": \"(.*)\"").Select(found => Regex.Unescape(found.Groups[1].Value))];
    }

    /// <summary>Drawn page by page as a printer would, then read by another program, in the order of the pages.</summary>
    private static async Task<List<string>> CodesAsync(byte[] file, string name = "salinan")
    {
        var kept = Environment.GetEnvironmentVariable("PIONIR_PAPERS");
        var folder = kept ?? Directory.CreateTempSubdirectory("pionir-copies-").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            var pdf = Path.Combine(folder, $"{name}.pdf");
            await File.WriteAllBytesAsync(pdf, file, TestContext.Current.CancellationToken);
            await RunAsync("pdftoppm", "-png", "-r", "100", pdf, Path.Combine(folder, name));
            var codes = await RunAsync(
                "zbarimg",
                ["--raw", "-q", .. Directory.GetFiles(folder, $"{name}-*.png").Order(StringComparer.Ordinal)]
            );
            return [.. codes.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
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
}
