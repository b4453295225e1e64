using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Pionir.Client;

namespace Pionir.Build.Demo;

/// <summary>The certificates of one training, as they came out of the archive.</summary>
internal sealed class Certificates(IReadOnlyList<Certificates.Paper> papers)
{
    internal sealed record Paper(string Number, string Name, byte[] Pdf);

    private sealed record ManifestLine(string? File, string Number, string Name, string? Sha256);

    public static async Task<Certificates> IssueAsync(Person officer, DemoTraining training, CancellationToken stop)
    {
        var accepted = await officer.CertificateBatches.IssueCertificatesAsync(training.Id, new IssueBody(), stop);
        await Background.WaitAsync(officer, accepted.JobId, stop);
        var batch = await officer.CertificateBatches.GetCertificateBatchAsync(
            accepted.BatchId,
            cancellationToken: stop
        );
        Expect.Equal("issued", DemoTraining.Passing, batch.Issued);
        Expect.Equal("not issued", 0, batch.Failed + batch.Pending + batch.Skipped);
        using var answer = await officer.Http.GetAsync($"/api/v1/certificate-batches/{batch.Id}/file", stop);
        answer.EnsureSuccessStatusCode();
        await using var content = await answer.Content.ReadAsStreamAsync(stop);
        using var zip = new ZipArchive(content, ZipArchiveMode.Read);
        var papers = Read(zip);
        Expect.Equal("papers in the archive", DemoTraining.Passing, papers.Count);
        Expect.Equal("different numbers", DemoTraining.Passing, papers.DistinctBy(paper => paper.Number).Count());
        return new Certificates(papers);
    }

    /// <summary>As a stranger with a phone would: the code on the paper leads to what the register says.</summary>
    public async Task VerifyAsync(Person stranger, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("pionir-demo-");
        try
        {
            var valid = 0;
            foreach (var paper in papers.Where((_, index) => index % (papers.Count / 10) == 0).Take(10))
            {
                var link = await QrCode.ReadAsync(paper.Pdf, folder.FullName, stop);
                var token = new Uri(link).Segments[^1];
                var verified = await stranger.Verification.VerifyCertificateAsync(token, stop);
                valid +=
                    verified.Status == CertificateStatus.Issued
                    && verified.Number == paper.Number
                    && verified.HolderName == paper.Name
                    && verified.Jp == DemoTraining.Jp
                        ? 1
                        : 0;
            }
            Expect.Equal("valid by their QR code", 10, valid);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<Paper> Read(ZipArchive zip)
    {
        using var manifest =
            zip.GetEntry("manifest.json")?.Open() ?? throw new BuildException("The archive has no manifest.");
        var lines = JsonSerializer.Deserialize<List<ManifestLine>>(manifest, JsonSerializerOptions.Web)!;
        return [.. lines.Select(line => Take(zip, line))];
    }

    private static Paper Take(ZipArchive zip, ManifestLine line)
    {
        using var entry =
            zip.GetEntry(line.File ?? "")?.Open()
            ?? throw new BuildException($"{line.Number} is in the manifest but not in the archive.");
        using var pdf = new MemoryStream();
        entry.CopyTo(pdf);
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf.ToArray()));
        return string.Equals(hash, line.Sha256, StringComparison.OrdinalIgnoreCase)
            ? new Paper(line.Number, line.Name, pdf.ToArray())
            : throw new BuildException($"{line.File} is not what the manifest says.");
    }
}
