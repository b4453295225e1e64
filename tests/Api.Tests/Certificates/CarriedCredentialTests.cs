using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Api.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Verification;
using Pionir.Tests.Common;
using Pionir.Tests.Common.Papers;

namespace Pionir.Api.Tests.Certificates;

/// <summary>Papers carry their credential, under the signature; and what becomes of it when its key is withdrawn.</summary>
public sealed class CarriedCredentialTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task Paper_CarriesTheCredential_AndIsSignedOverIt()
    {
        var certificate = await OneAsync();

        var paper = await DownloadAsync(certificate.Id);

        (await CarriedAsync(paper)).ShouldBe(await CredentialAsync(certificate));
        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
        Encoding.Latin1.GetString(paper).ShouldContain("<pdfaid:part>3</pdfaid:part>");
        var signed = await PdfPrograms.PdfsigAsync(paper);
        signed.ShouldContain("Signature is Valid.");
        signed.ShouldContain("Total document signed");
        (await PdfPrograms.RunAsync("pdfdetach", "poppler-utils", paper, "-list")).ShouldContain("1: kredensial.json");
        paper.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task EndedBeforeAnybodyAsked_CarriesNothing()
    {
        var certificate = await OneAsync();
        await RevokeAsync(certificate);

        var paper = await DownloadAsync(certificate.Id);

        Encoding.Latin1.GetString(paper).ShouldNotContain("kredensial.json");
        ArchiveCheck.Complaints(paper).ShouldBeEmpty();
    }

    /// <summary>Signatures were made over papers without it, hashes of them stand in manifests.</summary>
    [Fact]
    public async Task PaperOfBefore_StaysAsItWas_ThoughACredentialIsMade()
    {
        var certificate = await OneAsync();
        await MakeAsBeforeAsync(certificate.Id);
        var before = await DownloadAsync(certificate.Id);

        await CredentialAsync(certificate);

        Encoding.Latin1.GetString(before).ShouldNotContain("kredensial.json");
        Encoding.Latin1.GetString(before).ShouldContain("\nxref\n");
        (await DownloadAsync(certificate.Id)).ShouldBe(before);
    }

    [Fact]
    public async Task WithdrawnKey_SignsNothing_AndWhatItSignedIsSignedAgainWhenAskedFor()
    {
        var (certificate, ended, other) = (await OneAsync(), await OneAsync(), await OneAsync());
        var paper = await DownloadAsync(certificate.Id);
        var first = JsonElement.Parse(await CredentialAsync(certificate));
        await CredentialAsync(ended);
        await RevokeAsync(ended);
        var key = MethodOf(first).Split('#')[1];

        var made = await WithdrawAsync(key);

        made.ShouldNotBe(key);
        var issuer = await api.Client().GetFromJsonAsync<JsonElement>("/api/v1/public/issuer");
        var trusted = issuer.GetProperty("assertionMethod").EnumerateArray().Select(one => one.GetString()).ToList();
        trusted.ShouldNotContain(MethodOf(first));
        trusted.ShouldContain(one => one!.EndsWith(made, StringComparison.Ordinal));
        issuer
            .GetProperty("verificationMethod")
            .EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == MethodOf(first))
            .GetProperty("revoked")
            .GetString()
            .ShouldNotBeNullOrEmpty();
        var again = JsonElement.Parse(await CredentialAsync(certificate));
        MethodOf(again).ShouldEndWith(made);
        again.GetProperty("credentialStatus").ToString().ShouldBe(first.GetProperty("credentialStatus").ToString());
        (await CredentialAsync(certificate)).ShouldBe(again.ToString());
        // The paper was signed with the earlier one in it and is what it was.
        (await DownloadAsync(certificate.Id)).ShouldBe(paper);
        MethodOf(JsonElement.Parse(await CarriedAsync(await DownloadAsync(other.Id)))).ShouldEndWith(made);
        var refused = await api.Client().GetAsync(Address(ended));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await IssuingTests.CodeAsync(refused)).ShouldBe("certificate.credential_key_withdrawn");
    }

    [Fact]
    public async Task Withdrawing_WantsAKnownKey_AndAReason()
    {
        (await RunAsync("z6MkTidakAda", "--reason", "dicuri")).ShouldBe(1);
        (await RunAsync("z6MkTidakAda")).ShouldBe(2);

        Task<int> RunAsync(params string[] more) =>
            WithdrawCredentialKeyVerb.RunAsync(
                api.Host.Services,
                [WithdrawCredentialKeyVerb.Name, .. more],
                TextWriter.Null,
                TextWriter.Null
            );
    }

    [Fact]
    public async Task Check_ReadsCredentialsAgain_AndNamesTheOneThatWasExchanged()
    {
        var (whole, spoilt) = (await OneAsync(), await OneAsync());
        await CredentialAsync(whole);
        await CredentialAsync(spoilt);
        (await FaultsAsync()).ShouldBeEmpty();

        await AsOwnerAsync(
            "UPDATE certificate_credentials SET signature = decode(repeat('00', 64), 'hex') WHERE certificate_id = @id",
            spoilt.Id
        );

        (await FaultsAsync()).ShouldBe([$"credential of certificate {spoilt.Number}: its signature does not hold"]);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await using var scope = api.Host.Services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<RecordCheck>();
        return (await check.CredentialsAsync(TestContext.Current.CancellationToken)).Faults;
    }

    private async Task<string> WithdrawAsync(string key)
    {
        await using var told = new StringWriter();
        var code = await WithdrawCredentialKeyVerb.RunAsync(
            api.Host.Services,
            [WithdrawCredentialKeyVerb.Name, key, "--reason", "Cadangan basis data hilang"],
            told,
            TextWriter.Null
        );
        code.ShouldBe(0);
        return told.ToString().Trim();
    }

    private async Task<CertificateView> OneAsync()
    {
        var (_, rows) = await api.IssuedAsync(1);
        return await api.GetAsync(rows[0].CertificateId!.Value);
    }

    private static string Address(CertificateView certificate) =>
        $"/api/v1/public/certificates/{certificate.Content.Token}/credential";

    private Task<string> CredentialAsync(CertificateView certificate) =>
        api.Client().GetStringAsync(Address(certificate));

    private static Task<string> CarriedAsync(byte[] paper) =>
        PdfPrograms.RunAsync("qpdf", "qpdf", paper, "--show-attachment=kredensial.json");

    private static string MethodOf(JsonElement credential) =>
        credential.GetProperty("proof").GetProperty("verificationMethod").GetString()!;

    private async Task<byte[]> DownloadAsync(Guid id)
    {
        var answer = await api.Officer.GetAsync($"/api/v1/certificates/{id}/file");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task RevokeAsync(CertificateView certificate)
    {
        var why = new { @class = "mistake", reason = "Kehadiran dihitung keliru" };
        (
            await api.Officer.PostAsJsonAsync($"/api/v1/certificates/{certificate.Id}/revocation", why)
        ).EnsureSuccessStatusCode();
    }

    /// <summary>As it was stored before papers carried their credential.</summary>
    private async Task MakeAsBeforeAsync(Guid id)
    {
        var stored = await api.ScalarAsync<string>($"SELECT snapshot FROM certificates WHERE id = {id}");
        var snapshot = (CertificateSnapshot.FromJson(stored) with { FileForm = null }).ToJson();
        await AsOwnerAsync(
            "UPDATE certificates SET template_version = 'resmi-2', snapshot = @snapshot, content_hash = @hash WHERE id = @id",
            id,
            ("snapshot", snapshot),
            ("hash", CertificateSnapshot.HashOf(snapshot, "resmi-2"))
        );
    }

    private async Task AsOwnerAsync(string sql, Guid id, params (string Name, object Value)[] values)
    {
        await using var connection = new NpgsqlConnection(api.Database.OwnerConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"SET session_replication_role = replica; {sql}", connection);
        command.Parameters.AddWithValue("id", id);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
