using System.Net.Http.Json;
using Pionir.Application.Certificates.Queries;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>Each act on certificates is in the audit trail under its own name.</summary>
public sealed class CertificateAuditTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task ActsOnABatch_AreNamed()
    {
        var (training, _) = await api.IssuedAsync(1);
        var batch = await api.ScalarAsync<Guid>($"SELECT id FROM certificate_batches WHERE source_id = {training.Id}");
        (await api.Officer.GetAsync($"/api/v1/certificate-batches/{batch}/file")).EnsureSuccessStatusCode();
        await OpenAsync(batch);
        await PostAsync($"certificate-batches/{batch}/pause");
        await PostAsync($"certificate-batches/{batch}/resume");
        await api.FinishAsync(batch);
        await OpenAsync(batch);
        await PostAsync($"certificate-batches/{batch}/cancel");

        var acts = await ActsAsync(batch);

        foreach (
            var act in new[]
            {
                "IssueCertificates",
                "DownloadCertificateBatch",
                "PauseCertificateBatch",
                "ResumeCertificateBatch",
                "CancelCertificateBatch",
            }
        )
        {
            acts.ShouldContain(act);
        }
    }

    [Fact]
    public async Task ActsOnACertificate_AndOnNumbers_AreNamed()
    {
        var (_, rows) = await api.IssuedAsync(2);
        var (replaced, revoked) = (rows[0].CertificateId!.Value, rows[1].CertificateId!.Value);
        const string reason = "Salah tulis pada daftar peserta";
        await PostAsync($"certificates/{replaced}/replacement", new { name = "Nama Benar", reason });
        await PostAsync($"certificates/{revoked}/revocation", new { @class = "notEligible", reason });
        var series = (
            await api.Officer.GetFromJsonAsync<List<NumberSeriesView>>("/api/v1/number-series", ApiFixture.Json)
        )!
            .First(one => one.CanVoid)
            .Id;
        await PostAsync($"number-series/{series}/void-numbers", new { count = 1, reason });

        (await ActsAsync(replaced)).ShouldContain("ReissueCertificate");
        (await ActsAsync(revoked)).ShouldContain("RevokeCertificate");
        (await ActsAsync(series)).ShouldContain("VoidNumbers");
    }

    [Fact]
    public async Task Export_HoldsWhatOneMaySee_InBothForms_AndIsInTheTrail()
    {
        var (training, rows) = await api.IssuedAsync(2);
        var revoked = rows[1].CertificateId!.Value;
        const string reason = "Salah tulis pada daftar peserta";
        await PostAsync($"certificates/{revoked}/revocation", new { @class = "notEligible", reason });
        var path = $"/api/v1/certificates/export?trainingId={training.Id}";

        var sheet = Workbook.Read(await api.Officer.GetByteArrayAsync($"{path}&format=xlsx"));
        var csv = await api.Officer.GetStringAsync($"{path}&format=csv&status=revoked");
        var stranger = await api.Client(TestUser.With()).GetStringAsync($"{path}&format=csv");

        sheet[0].ShouldBe(["Nomor", "Pemegang", "Judul", "JP", "Terbit", "Status", "Edisi"]);
        sheet.Skip(1).Select(row => row[0]).ShouldBe(rows.Select(row => (object?)row.Number), ignoreOrder: true);
        sheet.Skip(1).Select(row => row[5]).ShouldBe(["Berlaku", "Dicabut"], ignoreOrder: true);
        sheet[1][2].ShouldBe("Pelatihan Analisis Kebijakan Publik");
        sheet[1][3].ShouldBe(40m);
        csv.Trim().Split('\n').Length.ShouldBe(2);
        csv.ShouldContain(rows[1].Number!);
        stranger.Trim().Split('\n').ShouldHaveSingleItem();
        (
            await api.ScalarAsync<long>($"SELECT count(*) FROM audit_entries WHERE action = {"ExportCertificates"}")
        ).ShouldBeGreaterThanOrEqualTo(3);
    }

    /// <summary>As if its runner were still at it.</summary>
    private Task<int> OpenAsync(Guid batch) =>
        api.SqlAsync($"UPDATE certificate_batches SET state = 'Running' WHERE id = {batch}");

    private async Task PostAsync(string path, object? body = null) =>
        (await api.Officer.PostAsJsonAsync($"/api/v1/{path}", body ?? new { })).EnsureSuccessStatusCode();

    private async Task<string[]> ActsAsync(Guid subject) =>
        await api.ScalarAsync<string[]>($"SELECT array_agg(action) FROM audit_entries WHERE subject_id = {subject}");
}
