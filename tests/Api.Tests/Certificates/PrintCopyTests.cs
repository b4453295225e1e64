using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Api.Tests.Certificates;

/// <summary>All certificates of a batch as one file: which are in it, and what becomes of downloads that meet or break off.</summary>
public sealed class PrintCopyTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_HoldsWhatIsInForce_InTheOrderOfNumbers()
    {
        var (batch, rows) = await BatchAsync(40);
        await PostAsync($"certificates/{rows[4].CertificateId}/revocation", new { @class = "mistake", reason = Why });
        await PostAsync(
            $"certificates/{rows[7].CertificateId}/replacement",
            new { name = "Nama Baru, S.H.", reason = Why }
        );

        var file = await CopyAsync(batch);

        ArchiveCheck.Complaints(file).ShouldBeEmpty();
        var about = await PdfPrograms.PdfinfoAsync(file);
        about.ShouldContain("Salinan cetak 39 sertifikat");
        about.ShouldContain("1 sertifikat yang tidak berlaku tidak disertakan");
        var text = await PdfPrograms.PdftotextAsync(file);
        var numbers = Regex
            .Matches(text, @"Nomor: (\d+/\S+)")
            .Select(found => found.Groups[1].Value)
            .Distinct()
            .ToList();
        var renewed = (await api.GetAsync(rows[7].CertificateId!.Value)).Chain[^1].Number;
        numbers.ShouldBe([.. rows.Where((_, at) => at is not (4 or 7)).Select(row => row.Number!), renewed]);
        text.ShouldContain("Nama Baru, S.H.");
        var print = (await ViewAsync(batch)).Print!;
        (print.Ready, print.Renewed, print.Revoked, print.ToSign).ShouldBe((39, 1, 1, 0));
    }

    [Fact]
    public async Task ChosenRows_AreTheOnlyOnes_AndBacksStayFree()
    {
        var (batch, rows) = await BatchAsync(5);
        await PostAsync($"certificates/{rows[1].CertificateId}/revocation", new { @class = "mistake", reason = Why });

        var file = await CopyAsync(batch, "?positions=2&positions=4&positions=5&bothSides=true");
        var revokedOnly = await api.Officer.GetAsync(Address(batch, "?positions=2"), Stop);

        var text = await PdfPrograms.PdftotextAsync(file);
        text.ShouldContain(rows[3].Number!);
        text.ShouldContain(rows[4].Number!);
        text.ShouldNotContain(rows[0].Number!);
        (await PdfPrograms.PdfinfoAsync(file)).ShouldContain("Pages:           4");
        (await IssuingTests.CodeAsync(revokedOnly)).ShouldBe("certificate_batch.nothing_to_print");
    }

    [Fact]
    public async Task Copy_IsForThoseWhoMayHaveTheArchive_AndIsAudited()
    {
        var (batch, _) = await BatchAsync(1);
        var foreign = api.Client(TestUser.With(Permission.CertificatesRead).Of(Guid.CreateVersion7()));

        (await foreign.GetAsync(Address(batch), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.Client(TestUser.With()).GetAsync(Address(batch), Stop)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await api.Officer.GetAsync(Address(batch, "?positions=0&mail=unknown"), Stop)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        await CopyAsync(batch);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM audit_entries WHERE action = 'DownloadMergedCertificates' AND subject_id = {batch}"
            )
        ).ShouldBe(1);
    }

    /// <summary>Also when nobody had the papers before, so that both sign them.</summary>
    [Theory]
    [InlineData("file")]
    [InlineData("print-copy")]
    public async Task TwoDownloadsAtOnce_AreBothWhole_AndEqual(string what)
    {
        var (batch, _) = await BatchAsync(300);

        var files = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ => api.Officer.GetByteArrayAsync($"/api/v1/certificate-batches/{batch}/{what}", Stop))
        );

        files.Select(file => Convert.ToHexString(SHA256.HashData(file))).Distinct().Count().ShouldBe(1);
        files[0].ShouldBe(await api.Officer.GetByteArrayAsync($"/api/v1/certificate-batches/{batch}/{what}", Stop));
        if (what == "file")
            (await Task.Run(() => Entries(files[0]), Stop)).ShouldBe(302);
        else
            (await PdfPrograms.PdfinfoAsync(files[0])).ShouldContain("Pages:           600");
    }

    [Theory]
    [InlineData("file")]
    [InlineData("print-copy")]
    public async Task DownloadThatBreaksOff_LeavesNothingBehind(string what)
    {
        var (batch, _) = await BatchAsync(600);
        var address = $"/api/v1/certificate-batches/{batch}/{what}";
        await BreakOffAsync();
        var before = await ConnectionsAsync();

        for (var time = 0; time < 20; time++)
            await BreakOffAsync();

        // Neither a transaction nor a statement goes on for who has left.
        while (await BusyAsync() > 0)
            await Task.Delay(20, Stop);
        (await ConnectionsAsync()).ShouldBeLessThan(before + 10);
        (await api.Officer.GetByteArrayAsync(address, Stop)).Length.ShouldBeGreaterThan(600 * 1000);

        async Task BreakOffAsync()
        {
            using var response = await api.Officer.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Stop);
            await using var content = await response.Content.ReadAsStreamAsync(Stop);
            await content.ReadExactlyAsync(new byte[10_000], Stop);
        }
    }

    private const string Why = "Ditarik untuk diuji di sini.";

    private async Task<(Guid Batch, IReadOnlyList<CertificateBatchRowView> Rows)> BatchAsync(int people)
    {
        var batch = (await api.IssueAsync(api.AddTraining(people).Id)).BatchId;
        return (batch, (await api.FinishAsync(batch)).Rows.Items);
    }

    private static string Address(Guid batch, string query = "") =>
        $"/api/v1/certificate-batches/{batch}/print-copy{query}";

    private Task<byte[]> CopyAsync(Guid batch, string query = "") =>
        api.Officer.GetByteArrayAsync(Address(batch, query), Stop);

    private async Task<CertificateBatchView> ViewAsync(Guid batch) =>
        (
            await api.Officer.GetFromJsonAsync<CertificateBatchView>(
                $"/api/v1/certificate-batches/{batch}",
                ApiFixture.Json,
                Stop
            )
        )!;

    private async Task PostAsync(string address, object body) =>
        (await api.Officer.PostAsJsonAsync($"/api/v1/{address}", body, Stop)).IsSuccessStatusCode.ShouldBeTrue();

    private static int Entries(byte[] file)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return archive.Entries.Count;
    }

    private Task<long> ConnectionsAsync() =>
        api.ScalarAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()");

    private Task<long> BusyAsync() =>
        api.ScalarAsync<long>(
            $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()"
        );
}
