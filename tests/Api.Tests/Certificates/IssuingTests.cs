using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

public sealed class IssuingTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task Numbers_FollowTheOrderOfTheList_WithoutAGap()
    {
        var (_, first) = await api.IssuedAsync(3);
        var (_, next) = await api.IssuedAsync(2);

        var numbers = first.Concat(next).Select(row => CertificateFixture.Sequence(row.Number!)).ToList();
        numbers.ShouldBe(Enumerable.Range(numbers[0], 5));
        first[0].Number!.ShouldEndWith("/PPK/SERT/III/2026");
    }

    [Fact]
    public async Task IssuingTwice_IssuesNothingTwice()
    {
        var (training, _) = await api.IssuedAsync(3);

        var again = await api.Officer.PostAsJsonAsync($"/api/v1/trainings/{training.Id}/certificates", new { });

        (await CodeAsync(again)).ShouldBe("certificate_batch.nothing_to_issue");
        (await CountAsync(training.Id)).ShouldBe(3);
    }

    [Fact]
    public async Task WithoutASigner_NothingIsIssued()
    {
        var training = api.AddTraining(1);
        var signer = api.Signer;
        api.Signer = null;

        var refused = await api.Officer.PostAsJsonAsync($"/api/v1/trainings/{training.Id}/certificates", new { });

        api.Signer = signer;
        (await CodeAsync(refused)).ShouldBe("certificate_batch.signer_missing");
        (await CountAsync(training.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task SixtyFourClients_JoinOneBatch()
    {
        var training = api.AddTraining(1200);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => RaceAsync(training.Id)));

        accepted.Where(batch => batch is not null).Distinct().Count().ShouldBe(1);
        await api.FinishAsync(accepted.First(batch => batch is not null)!.Value);
        (await CountAsync(training.Id)).ShouldBe(1200);
    }

    [Fact]
    public async Task ManyTrainingsAtOnce_ShareOneUnbrokenCount()
    {
        var trainings = Enumerable.Range(0, 16).Select(_ => api.AddTraining(7)).ToList();

        var batches = await Task.WhenAll(trainings.Select(training => api.IssueAsync(training.Id)));
        foreach (var batch in batches)
            await api.FinishAsync(batch.BatchId);

        var gaps = await api.ScalarAsync<long>(
            $"SELECT max(last) - count(*) FROM number_series s JOIN certificates c ON c.series_id = s.id WHERE s.year = 2026"
        );
        gaps.ShouldBe(0);
        foreach (var training in trainings)
            (await CountAsync(training.Id)).ShouldBe(7);
    }

    [Fact]
    public async Task Names_ThatCannotBePrinted_AreToldAtTheirRow_AndStopNobodyElse()
    {
        var training = api.AddTraining(2);
        api.People(training.Id).Add(CertificateFixture.Person(3, name: "Ana 😀"));
        api.People(training.Id).Add(CertificateFixture.Person(4, name: "=cmd|' /C calc'!A0 \u202Eterbalik"));

        var batch = await api.FinishAsync((await api.IssueAsync(training.Id)).BatchId);

        batch.Issued.ShouldBe(3);
        batch.Failed.ShouldBe(1);
        batch.Rows.Items.Single(row => row.ErrorCode is not null).ErrorCode.ShouldBe("certificate.glyphs_missing");
    }

    [Fact]
    public async Task Preview_SaysWhoAndWhyNot()
    {
        var training = api.AddTraining(3);
        var people = api.People(training.Id);
        people[1] = people[1] with { Passed = false };

        var preview = await api.Officer.GetFromJsonAsync<CertificatesPreview>(
            $"/api/v1/trainings/{training.Id}/certificates/preview",
            ApiFixture.Json
        );

        preview!.WillIssue.ShouldBe(2);
        preview.NotPassed.ShouldBe(1);
        preview.CanIssue.ShouldBeTrue();
        preview.Rows[1].State.ShouldBe(IssuingState.NotPassed);
        var paper = await api.Officer.GetByteArrayAsync($"/api/v1/trainings/{training.Id}/certificates/preview/file");
        paper[..5].ShouldBe("%PDF-"u8.ToArray());
    }

    [Fact]
    public async Task Certificates_WaitForCompletion_AndForSelfManagedTrainings()
    {
        var open = await api.Officer.PostAsJsonAsync(Address(api.AddTraining(1, completed: false)), new { });
        var contracted = await api.Officer.PostAsJsonAsync(Address(api.AddTraining(1, issuedHere: false)), new { });
        var future = await api.Officer.PostAsJsonAsync(Address(api.AddTraining(1)), new { issuedOn = "2030-01-01" });

        (await CodeAsync(open)).ShouldBe("certificate_batch.training_not_completed");
        (await CodeAsync(contracted)).ShouldBe("certificate_batch.not_issued_here");
        (await CodeAsync(future)).ShouldBe("certificate_batch.issued_on_invalid");
    }

    [Fact]
    public async Task Foreigners_FindNothing()
    {
        var (training, rows) = await api.IssuedAsync(1);
        var foreign = api.Client(
            TestUser.With(Permission.CertificatesIssue, Permission.CertificatesRead).Of(Guid.CreateVersion7())
        );

        (await foreign.PostAsJsonAsync(Address(training), new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.GetAsync($"/api/v1/certificates/{rows[0].CertificateId}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await foreign.GetAsync($"/api/v1/certificates/{rows[0].CertificateId}/file")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await api.Client(TestUser.With()).PostAsJsonAsync(Address(training), new { })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await api.Client().GetAsync($"/api/v1/certificates/{rows[0].CertificateId}")).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
    }

    [Fact]
    public async Task Holder_DownloadsTheSameBytesEachTime()
    {
        var (training, rows) = await api.IssuedAsync(1);
        var holder = api.Client(TestUser.With().As(api.People(training.Id)[0].EmployeeId!.Value.Value));
        var address = $"/api/v1/certificates/{rows[0].CertificateId}/file";

        var first = await holder.GetByteArrayAsync(address);
        var second = await holder.GetByteArrayAsync(address);

        first.ShouldBe(second);
        first[..5].ShouldBe("%PDF-"u8.ToArray());
    }

    [Fact]
    public async Task Archive_HoldsEveryPaper_WithTheHashesOfItsManifest()
    {
        var training = api.AddTraining(30);
        var accepted = await api.IssueAsync(training.Id);
        await api.FinishAsync(accepted.BatchId);

        await using var content = await api.Officer.GetStreamAsync(
            $"/api/v1/certificate-batches/{accepted.BatchId}/file"
        );
        using var archive = new ZipArchive(await BufferAsync(content));

        archive.Entries.Count.ShouldBe(32);
        var manifest = JsonDocument.Parse(await BufferAsync(archive.GetEntry("manifest.json")!.Open())).RootElement;
        foreach (var line in manifest.EnumerateArray())
        {
            var paper = await BufferAsync(archive.GetEntry(line.GetProperty("file").GetString()!)!.Open());
            Convert.ToHexStringLower(SHA256.HashData(paper)).ShouldBe(line.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public async Task Archive_HoldsTheReplacement_NotWhatItReplaced()
    {
        var (training, rows) = await api.IssuedAsync(3);
        var batch = await api.ScalarAsync<Guid>($"SELECT id FROM certificate_batches WHERE source_id = {training.Id}");
        var answer = await api.Officer.PostAsJsonAsync(
            $"/api/v1/certificates/{rows[1].CertificateId}/replacement",
            new { name = "Nama Benar", reason = "Nama salah tulis pada daftar" }
        );
        var number = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString();

        await using var content = await api.Officer.GetStreamAsync($"/api/v1/certificate-batches/{batch}/file");
        using var archive = new ZipArchive(await BufferAsync(content));

        var manifest = JsonDocument.Parse(await BufferAsync(archive.GetEntry("manifest.json")!.Open())).RootElement;
        manifest
            .EnumerateArray()
            .Select(line => line.GetProperty("number").GetString())
            .ShouldBe([rows[0].Number, number, rows[2].Number]);
    }

    [Fact]
    public async Task Externals_GetALink_ThatNobodyCanGuess()
    {
        var (_, rows) = await api.IssuedAsync(2, externals: 1);
        var text = await api.ScalarAsync<string>(
            $"SELECT text FROM mail_outbox WHERE key LIKE {"certificate:" + rows[0].CertificateId!.Value.ToString("N") + "%"}"
        );
        var link = text.Split('\n')
            .Single(line => line.StartsWith("https://pionir.contoh.go.id/", StringComparison.Ordinal));
        var path = new Uri(link.Trim()).AbsolutePath;

        var paper = await api.Client().GetAsync(path);
        var guess = await api.Client().GetAsync(path[..^1] + (path[^1] == 'A' ? 'B' : 'A'));
        var byId = await api.Client().GetAsync($"/api/v1/public/certificate-files/{rows[0].CertificateId}");

        paper.StatusCode.ShouldBe(HttpStatusCode.OK);
        guess.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        byId.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var browser = api.Host.CreateClient(new() { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = await browser.GetAsync("/api/v1/public/certificate-files/tautan-lama");
        told.StatusCode.ShouldBe(HttpStatusCode.Found);
        told.Headers.Location!.OriginalString.ShouldBe("/certificate-file#tautan-lama");
    }

    private static string Address(CertifiableTraining training) => $"/api/v1/trainings/{training.Id}/certificates";

    private async Task<Guid?> RaceAsync(Guid training)
    {
        var response = await api.Officer.PostAsJsonAsync($"/api/v1/trainings/{training}/certificates", new { });
        // Whoever comes after the batch has ended finds nothing left to issue.
        return response.StatusCode == HttpStatusCode.Accepted
            ? (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("batchId").GetGuid()
            : null;
    }

    private Task<long> CountAsync(Guid training) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM certificates WHERE source_id = {training} AND status = 'Issued'");

    internal static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static async Task<MemoryStream> BufferAsync(Stream stream)
    {
        var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        buffer.Position = 0;
        return buffer;
    }
}
