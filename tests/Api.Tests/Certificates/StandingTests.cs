using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Npgsql;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>What becomes of a certificate after it was issued, and what the public is told.</summary>
public sealed class StandingTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task Verification_TellsOnlyWhatThePaperSays()
    {
        var certificate = await OneAsync();

        var response = await api.Client().GetAsync($"/api/v1/public/certificates/{certificate.Content.Token}");

        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("Peserta Nomor 1");
        text.ShouldNotContain("198507122010011003");
        text.ShouldNotContain(certificate.Id.ToString());
        response.Headers.GetValues("X-Robots-Tag").ShouldContain("noindex, nofollow");
        response.Headers.CacheControl!.Public.ShouldBeTrue();
    }

    [Fact]
    public async Task Looks_AreAllCounted_WithoutWhoLooked()
    {
        var certificate = await OneAsync();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => VerifyAsync(certificate)));

        // They are added up once a second.
        var counted = await api.GetAsync(certificate.Id);
        for (var look = 0; look < 100 && counted.Looks < 64; look++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            counted = await api.GetAsync(certificate.Id);
        }
        counted.Looks.ShouldBe(64);
        counted.LastLookOn.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Fact]
    public async Task Answer_IsAskedForAgainByItsTag_AndARevocationChangesIt()
    {
        var certificate = await OneAsync();
        var address = $"/api/v1/public/certificates/{certificate.Content.Token}";
        var first = await api.Client().GetAsync(address);

        var again = await AskAgainAsync(address, first.Headers.ETag!);
        await RevokeAsync(api.Officer, certificate.Id);
        var after = await AskAgainAsync(address, first.Headers.ETag!);

        first.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromSeconds(30));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("x")]
    [InlineData("%F0%9F%98%80")]
    public async Task UnknownToken_IsToldAsSuch(string token) =>
        (await IssuingTests.CodeAsync(await api.Client().GetAsync($"/api/v1/public/certificates/{token}"))).ShouldBe(
            "certificate.not_verified"
        );

    [Theory]
    [InlineData("peserta nomor 1", HttpStatusCode.OK)]
    [InlineData("PESERTA NOMOR 1, M.Si.", HttpStatusCode.OK)]
    [InlineData("Peserta Nomor 2", HttpStatusCode.NotFound)]
    public async Task NumberAndName_TogetherFindACertificate(string name, HttpStatusCode expected)
    {
        var certificate = await OneAsync();
        var query = $"?number={Uri.EscapeDataString(certificate.Number)}&name={Uri.EscapeDataString(name)}";

        (await api.Client().GetAsync($"/api/v1/public/certificates{query}")).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Number_IsFoundAsAPhoneWritesIt()
    {
        var certificate = await OneAsync();
        var number = Uri.EscapeDataString($" {certificate.Number.ToLowerInvariant()} ");

        var answer = await api.Client()
            .GetAsync($"/api/v1/public/certificates?number={number}&name=peserta%20nomor%201");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Revoked_IsSeenAtOnce_AndNeverTwice()
    {
        var certificate = await OneAsync();

        var first = await RevokeAsync(api.Officer, certificate.Id);
        var again = await RevokeAsync(api.Officer, certificate.Id);

        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await IssuingTests.CodeAsync(again)).ShouldBe("certificate.already_revoked");
        var told = await VerifyAsync(certificate);
        told.Status.ShouldBe(CertificateStatus.Revoked);
        told.RevocationClass.ShouldBe(RevocationClass.NotEligible);
        told.EndedOn.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Fact]
    public async Task Revoking_NeedsPermissionScopeReason_AndAnotherPerson()
    {
        var certificate = await OneAsync();
        var holder = api.Client(TestUser.With(Permission.CertificatesRevoke).As(certificate.EmployeeId!.Value));

        (await RevokeAsync(api.Client(TestUser.With(Permission.CertificatesRead)), certificate.Id)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (
            await RevokeAsync(
                api.Client(TestUser.With(Permission.CertificatesRevoke).Of(Guid.CreateVersion7())),
                certificate.Id
            )
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RevokeAsync(holder, certificate.Id)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await RevokeAsync(api.Officer, certificate.Id, "x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task WrongName_IsMendedInOneAct_AndTheOldPaperSaysReplaced()
    {
        var old = await OneAsync();

        var response = await ReissueAsync(old.Id, "Peserta Nomor Satu, S.Sos.");

        var made = (await response.Content.ReadFromJsonAsync<CertificateReissued>(ApiFixture.Json))!;
        made.Number.ShouldNotBe(old.Number);
        var told = await VerifyAsync(old);
        told.Status.ShouldBe(CertificateStatus.Replaced);
        told.ReplacedByNumber.ShouldBe(made.Number);
        var next = await api.GetAsync(made.CertificateId);
        next.Content.Holder.Name.ShouldBe("Peserta Nomor Satu, S.Sos.");
        next.Content.Replaces.ShouldBe(old.Number);
        next.Chain.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Replacing_TwiceOrWithTheSameName_IsRefused()
    {
        var old = await OneAsync();

        (await IssuingTests.CodeAsync(await ReissueAsync(old.Id, old.Content.Holder.Name))).ShouldBe(
            "certificate.name_unchanged"
        );
        (await IssuingTests.CodeAsync(await ReissueAsync(old.Id, "Ana 😀"))).ShouldBe("certificate.glyphs_missing");
        await ReissueAsync(old.Id, "Nama Benar");
        (await IssuingTests.CodeAsync(await ReissueAsync(old.Id, "Nama Lain"))).ShouldBe(
            "certificate.already_replaced"
        );
    }

    [Fact]
    public async Task NewLink_MakesTheOldOneWorthless()
    {
        var (_, rows) = await api.IssuedAsync(1, externals: 1);
        var id = rows[0].CertificateId!.Value;
        var before = await LinkAsync(id);

        (await api.Officer.PostAsJsonAsync($"/api/v1/certificates/{id}/link", new { })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );

        (await api.Client().GetAsync(before)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.Client().GetAsync(await LinkAsync(id, before))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("UPDATE certificates SET holder_name = 'Orang Lain'")]
    [InlineData("UPDATE certificates SET snapshot = '{}'")]
    [InlineData("DELETE FROM certificates")]
    [InlineData("UPDATE void_numbers SET number = 'x'")]
    public async Task WhatWasPrinted_CannotBeChanged_BySqlOfTheApplication(string sql)
    {
        await OneAsync();
        await using var connection = new NpgsqlConnection(api.Database.AppConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task List_FindsByPartOfNameOrNumber_AndWhoHasNoUnitSeesOnlyTheirOwn()
    {
        await OneAsync();
        var certificate = await OneAsync();
        var holder = api.Client(TestUser.With().As(certificate.EmployeeId!.Value));

        var found = await ListAsync(api.Officer, $"?q={Uri.EscapeDataString(certificate.Number.ToLowerInvariant())}");
        var mine = await ListAsync(holder, "?mine=true");
        var all = await ListAsync(holder, "");

        found.ShouldContain(line => line.Id == certificate.Id);
        mine.Single().Id.ShouldBe(certificate.Id);
        all.Single().Id.ShouldBe(certificate.Id);
    }

    [Fact]
    public async Task ExternalHolder_HearsOfARevocation_AndWhy()
    {
        var (_, rows) = await api.IssuedAsync(1, externals: 1);
        var id = rows[0].CertificateId!.Value;

        (
            await api.Officer.PostAsJsonAsync(
                $"/api/v1/certificates/{id}/revocation",
                new { @class = "misuse", reason = "Dipalsukan oleh pihak lain" }
            )
        ).EnsureSuccessStatusCode();

        var text = await api.ScalarAsync<string>(
            $"SELECT text FROM mail_outbox WHERE key = {"certificate-revoked:" + id.ToString("N")}"
        );
        text.ShouldContain("diperoleh atau diubah dengan cara yang tidak sah");
        text.ShouldNotContain("Dipalsukan");
    }

    private async Task<CertificateView> OneAsync()
    {
        var (_, rows) = await api.IssuedAsync(1);
        return await api.GetAsync(rows[0].CertificateId!.Value);
    }

    private async Task<HttpResponseMessage> AskAgainAsync(string address, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return await api.Client().SendAsync(request);
    }

    private async Task<string> LinkAsync(Guid certificate, string except = "(none)")
    {
        var text = await api.ScalarAsync<string>(
            $"SELECT text FROM mail_outbox WHERE key LIKE {"certificate:" + certificate.ToString("N") + "%"} AND position({except} IN text) = 0"
        );
        return new Uri(
            text.Split('\n').Single(line => line.StartsWith("https://", StringComparison.Ordinal)).Trim()
        ).AbsolutePath;
    }

    private async Task<CertificateVerification> VerifyAsync(CertificateView certificate) =>
        (
            await api.Client()
                .GetFromJsonAsync<CertificateVerification>(
                    $"/api/v1/public/certificates/{certificate.Content.Token}",
                    ApiFixture.Json
                )
        )!;

    private static async Task<IReadOnlyList<CertificateLine>> ListAsync(HttpClient client, string query) =>
        (
            await client.GetFromJsonAsync<Application.Common.Persistence.Page<CertificateLine>>(
                $"/api/v1/certificates{query}",
                ApiFixture.Json
            )
        )!.Items;

    private static Task<HttpResponseMessage> RevokeAsync(
        HttpClient client,
        Guid id,
        string reason = "Kehadiran dihitung keliru"
    ) => client.PostAsJsonAsync($"/api/v1/certificates/{id}/revocation", new { @class = "notEligible", reason });

    private Task<HttpResponseMessage> ReissueAsync(Guid id, string name) =>
        api.Officer.PostAsJsonAsync(
            $"/api/v1/certificates/{id}/replacement",
            new { name, reason = "Nama salah ketik" }
        );
}
