using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Certificates;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>Whoever is sent a certificate by mail checks the file itself.</summary>
public sealed class FileVerificationTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task FileAsGivenOut_IsUnchanged_AndItsSignatureHolds()
    {
        var (certificate, paper) = await PaperAsync();

        var told = await CheckAsync(paper);

        told.File.ShouldBe(FileStanding.Unchanged);
        told.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(paper)));
        told.Certificate!.Number.ShouldBe(certificate.Number);
        told.Certificate.Status.ShouldBe(CertificateStatus.Issued);
        var signature = told.Signatures.ShouldHaveSingleItem();
        signature.State.ShouldBe(SignatureState.Valid);
        signature.By.ShouldBe(SignerKind.Test);
        signature.CoversWholeFile.ShouldBeTrue();
        signature.SignedAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        signature.TimestampedAt.ShouldBeNull();
    }

    [Fact]
    public async Task AnythingAddedBehindIt_IsNoticedAndTold()
    {
        var (certificate, paper) = await PaperAsync();

        var told = await CheckAsync([.. paper, .. "\n1 0 obj\n<<>>\nendobj\n"u8]);

        told.File.ShouldBe(FileStanding.Extended);
        told.Certificate!.Number.ShouldBe(certificate.Number);
        told.Signatures.ShouldHaveSingleItem().State.ShouldBe(SignatureState.Valid);
        told.Signatures[0].CoversWholeFile.ShouldBeFalse();
    }

    [Fact]
    public async Task ChangedByte_IsNoticed_ByHashAndBySignature()
    {
        var (_, paper) = await PaperAsync();
        var at = paper.AsSpan().IndexOf("endstream"u8) - 10;
        paper[at] ^= 1;

        var told = await CheckAsync(paper);

        told.File.ShouldBe(FileStanding.Changed);
        told.Signatures.ShouldHaveSingleItem().State.ShouldBe(SignatureState.Invalid);
    }

    [Fact]
    public async Task RevokedCertificate_IsToldAsRevoked_ThoughTheFileIsGenuine()
    {
        var (certificate, paper) = await PaperAsync();
        var body = new { @class = "notEligible", reason = "Tidak memenuhi syarat kehadiran." };
        (
            await api.Officer.PostAsJsonAsync($"/api/v1/certificates/{certificate.Id}/revocation", body)
        ).EnsureSuccessStatusCode();

        var told = await CheckAsync(paper);

        told.File.ShouldBe(FileStanding.Unchanged);
        told.Certificate!.Status.ShouldBe(CertificateStatus.Revoked);
    }

    [Fact]
    public async Task PaperOfTheFirstTemplate_GivenOutUnsigned_IsStillKnown()
    {
        var (certificate, _) = await PaperAsync(download: false);
        await MakeFirstTemplateAsync(certificate.Id);
        var paper = await DownloadAsync(certificate.Id);

        var told = await CheckAsync(paper);

        Encoding.Latin1.GetString(paper).ShouldNotContain("/ByteRange");
        told.File.ShouldBe(FileStanding.Unchanged);
        told.Certificate!.Number.ShouldBe(certificate.Number);
        told.Signatures.ShouldBeEmpty();
        (await CheckAsync([.. paper, (byte)' '])).File.ShouldBe(FileStanding.Extended);
    }

    [Fact]
    public async Task OtherPdf_IsNotFromHere()
    {
        var told = await CheckAsync("%PDF-1.4\n%nothing\n%%EOF"u8.ToArray());

        told.File.ShouldBe(FileStanding.Unknown);
        told.Certificate.ShouldBeNull();
        told.Signatures.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsNoPdf_IsRefusedInWords()
    {
        (await IssuingTests.CodeAsync(await SendAsync("MZ"u8.ToArray()))).ShouldBe("file.kind_not_allowed");
        (await IssuingTests.CodeAsync(await SendAsync([]))).ShouldBe("file.empty");
        (
            await IssuingTests.CodeAsync(
                await SendAsync([.. "%PDF-1.7"u8, .. new byte[VerifyCertificateFile.BytesMaximum]])
            )
        ).ShouldBe("file.too_large");
        using var other = new MultipartFormDataContent { { new StringContent("x"), "berkas" } };
        (
            await IssuingTests.CodeAsync(await api.Client().PostAsync("/api/v1/public/certificates/file", other))
        ).ShouldBe("file.missing");
    }

    [Fact]
    public async Task TornAndTwistedPapers_AreAnswered_NeverWithAnError()
    {
        var (_, paper) = await PaperAsync();
        var random = new Random(20261122);
        for (var round = 0; round < 60; round++)
        {
            var file = paper[..random.Next(9, paper.Length + 1)];
            for (var flips = random.Next(40); flips > 0; flips--)
            {
                file[random.Next(8, file.Length)] = (byte)random.Next(256);
            }

            var answer = await SendAsync(file);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"round {round}");
        }
    }

    private async Task<(CertificateView Certificate, byte[] Paper)> PaperAsync(bool download = true)
    {
        var (_, rows) = await api.IssuedAsync(1);
        var certificate = await api.GetAsync(rows[0].CertificateId!.Value);
        return (certificate, download ? await DownloadAsync(certificate.Id) : []);
    }

    private Task<byte[]> DownloadAsync(Guid id) => api.Officer.GetByteArrayAsync($"/api/v1/certificates/{id}/file");

    private async Task<CertificateFileVerification> CheckAsync(byte[] file)
    {
        var answer = await SendAsync(file);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Robots-Tag").ShouldContain("noindex, nofollow");
        return (await answer.Content.ReadFromJsonAsync<CertificateFileVerification>(ApiFixture.Json))!;
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "sertifikat.pdf" } };
        return await api.Client().PostAsync("/api/v1/public/certificates/file", form);
    }

    /// <summary>As it was stored before papers were signed.</summary>
    private async Task MakeFirstTemplateAsync(Guid id)
    {
        var snapshot = await api.ScalarAsync<string>($"SELECT snapshot FROM certificates WHERE id = {id}");
        await using var connection = new NpgsqlConnection(api.Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SET session_replication_role = replica;
            UPDATE certificates SET template_version = 'resmi-1', content_hash = @hash WHERE id = @id;
            """,
            connection
        );
        command.Parameters.AddWithValue("hash", CertificateSnapshot.HashOf(snapshot, "resmi-1"));
        command.Parameters.AddWithValue("id", id);
        await command.ExecuteNonQueryAsync();
    }
}
