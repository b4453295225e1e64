using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Pionir.Application.Certificates.Queries;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>Papers are signed when first asked for, once.</summary>
public sealed class SigningTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task Paper_IsSigned_AndOtherProgramsCallItValid()
    {
        var certificate = await OneAsync();

        var paper = await DownloadAsync(certificate.Id);

        var told = await PdfPrograms.PdfsigAsync(paper);
        told.ShouldContain("Signature is Valid.");
        told.ShouldContain("Total document signed");
        told.ShouldContain("BUKAN TANDA TANGAN RESMI");
        (await PdfPrograms.QpdfAsync(paper)).ShouldContain("No syntax or stream encoding errors found");
    }

    [Fact]
    public async Task FirstDownloads_AtTheSameTime_GiveTheSameBytes()
    {
        var certificate = await OneAsync();

        var papers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => DownloadAsync(certificate.Id)));

        papers.Select(paper => Convert.ToHexString(SHA256.HashData(paper))).Distinct().ShouldHaveSingleItem();
        (await api.ScalarAsync<long>($"SELECT count(*) FROM paper_seals WHERE subject_id = {certificate.Id}")).ShouldBe(
            1
        );
    }

    [Fact]
    public async Task Archive_HoldsTheSameFile_AsTheDownload()
    {
        var (training, rows) = await api.IssuedAsync(2);
        var batch = await api.ScalarAsync<Guid>($"SELECT id FROM certificate_batches WHERE source_id = {training.Id}");

        await using var stream = await api.Officer.GetStreamAsync($"/api/v1/certificate-batches/{batch}/file");
        var content = new MemoryStream();
        await stream.CopyToAsync(content);

        using var zip = new ZipArchive(content);
        var packed = new MemoryStream();
        await using (var entry = zip.Entries.First(file => file.Name.EndsWith(".pdf", StringComparison.Ordinal)).Open())
        {
            await entry.CopyToAsync(packed);
        }
        packed.ToArray().ShouldBe(await DownloadAsync(rows[0].CertificateId!.Value));
    }

    [Fact]
    public async Task RevokedBeforeItWasSigned_StaysUnsigned_AfterwardsSigned()
    {
        var (early, late) = (await OneAsync(), await OneAsync());
        var before = await DownloadAsync(late.Id);

        foreach (var id in new[] { early.Id, late.Id })
        {
            (
                await api.Officer.PostAsJsonAsync(
                    $"/api/v1/certificates/{id}/revocation",
                    new { @class = "notEligible", reason = "Tidak memenuhi syarat kehadiran." }
                )
            ).EnsureSuccessStatusCode();
        }

        Encoding.Latin1.GetString(await DownloadAsync(early.Id)).ShouldNotContain("/ByteRange");
        (await DownloadAsync(late.Id)).ShouldBe(before);
    }

    [Fact]
    public async Task Seal_CannotBeExchanged()
    {
        await DownloadAsync((await OneAsync()).Id);
        await using var connection = new NpgsqlConnection(api.Database.AppConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("UPDATE paper_seals SET signature = ''", connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task TestKey_LiesClosedInTheDatabase()
    {
        await DownloadAsync((await OneAsync()).Id);

        var key = await api.ScalarAsync<byte[]>($"SELECT protected_key FROM signing_test_certificates LIMIT 1");

        using var curve = ECDsa.Create();
        Should.Throw<CryptographicException>(() => curve.ImportPkcs8PrivateKey(key, out _));
    }

    private async Task<CertificateView> OneAsync()
    {
        var (_, rows) = await api.IssuedAsync(1);
        return await api.GetAsync(rows[0].CertificateId!.Value);
    }

    private async Task<byte[]> DownloadAsync(Guid id)
    {
        var answer = await api.Officer.GetAsync($"/api/v1/certificates/{id}/file");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
