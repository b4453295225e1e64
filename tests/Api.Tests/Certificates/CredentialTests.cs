using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>
/// The machine-readable twin. That others' programs call the signatures valid is tested in the browser tests, where those
/// programs are.
/// </summary>
public sealed class CredentialTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private const string Start = "https://pionir.contoh.go.id/api/v1";

    [Fact]
    public async Task Credential_SaysWhatThePaperSays_AndNoNumberOfTheHolder()
    {
        var certificate = await OneAsync();

        var text = await api.Client().GetStringAsync(Address(certificate));

        text.ShouldNotContain("198507122010011003");
        text.ShouldNotContain("Peserta Nomor 1");
        var credential = JsonElement.Parse(text);
        credential
            .GetProperty("id")
            .GetString()
            .ShouldBe($"{Start}/public/certificates/{certificate.Content.Token}/credential");
        credential.GetProperty("issuer").GetProperty("id").GetString().ShouldBe($"{Start}/public/issuer");
        var subject = credential.GetProperty("credentialSubject");
        subject.GetProperty("result")[0].GetProperty("value").GetString().ShouldBe("40");
        var holder = subject.GetProperty("identifier")[0];
        var expected = SHA256.HashData(
            Encoding.UTF8.GetBytes(certificate.Content.Holder.Name + holder.GetProperty("salt").GetString())
        );
        holder.GetProperty("identityHash").GetString().ShouldBe($"sha256${Convert.ToHexStringLower(expected)}");
        var level = subject.GetProperty("achievement").GetProperty("alignment")[0];
        level
            .GetProperty("targetUrl")
            .GetString()
            .ShouldBe($"{Start}/dictionaries/kamus/versions/2/competencies/M.01/levels/3");
    }

    [Fact]
    public async Task Credential_IsTheSameForEver_HoweverManyAskAtOnce()
    {
        var certificate = await OneAsync();

        var asked = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => api.Client().GetStringAsync(Address(certificate)))
        );
        api.Clock.Advance(TimeSpan.FromDays(400));
        var later = await api.Client().GetStringAsync(Address(certificate));

        asked.Append(later).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Places_AreGivenOnce_WithoutAnOrderThatTells()
    {
        var (_, rows) = await api.IssuedAsync(48);

        var answers = await Task.WhenAll(
            rows.Select(row =>
                api.Officer.GetFromJsonAsync<JsonElement>($"/api/v1/certificates/{row.CertificateId}/credential")
            )
        );

        var indexes = answers.Select(answer => PlaceOf(answer).Index).Order().ToList();
        indexes.Distinct().Count().ShouldBe(48);
        indexes.ShouldAllBe(index => index >= 0 && index < 131_072);
        indexes.Zip(indexes.Skip(1), (one, next) => next - one).ShouldContain(step => step > 1);
    }

    [Fact]
    public async Task FullList_IsFollowedByAnother()
    {
        var (_, rows) = await api.IssuedAsync(7);
        var addresses = rows.Select(row => $"/api/v1/certificates/{row.CertificateId}/credential").ToList();
        var (number, _) = PlaceOf(await api.Officer.GetFromJsonAsync<JsonElement>(addresses[0]));
        await api.SqlAsync($"UPDATE credential_status_lists SET used = 131072 WHERE number = {number}");

        var answers = await Task.WhenAll(
            addresses.Skip(1).Select(address => api.Officer.GetFromJsonAsync<JsonElement>(address))
        );

        answers.ShouldAllBe(answer => PlaceOf(answer).List == number + 1);
    }

    [Fact]
    public async Task RevokedAndReplaced_SetTheirBits_AndNoOthers()
    {
        var (revoked, replaced, valid) = (await OneAsync(), await OneAsync(), await OneAsync());
        var places = new List<(int List, int Index)>();
        foreach (var certificate in new[] { revoked, replaced, valid })
            places.Add(PlaceOf(await api.Client().GetFromJsonAsync<JsonElement>(Address(certificate))));
        (await BitsAsync(places[0].List)).ShouldNotContain(places[0].Index);

        await RevokeAsync(revoked);
        var reissue = new { name = "Nama Benar", reason = "Nama salah ketik" };
        (
            await api.Officer.PostAsJsonAsync($"/api/v1/certificates/{replaced.Id}/replacement", reissue)
        ).EnsureSuccessStatusCode();

        var bits = await Task.WhenAll(places.Select(place => BitsAsync(place.List)));
        bits[0].ShouldContain(places[0].Index);
        bits[1].ShouldContain(places[1].Index);
        bits[2].ShouldNotContain(places[2].Index);
    }

    [Fact]
    public async Task StatusList_MayBeKeptBriefly_AndIsAskedForAgainByItsTag()
    {
        var certificate = await OneAsync();
        var place = PlaceOf(await api.Client().GetFromJsonAsync<JsonElement>(Address(certificate)));
        var list = $"/api/v1/public/credential-status/{place.List}";
        var first = await api.Client().GetAsync(list);

        var again = await AskAgainAsync(list, first.Headers.ETag!);
        await RevokeAsync(certificate);
        var after = await AskAgainAsync(list, first.Headers.ETag!);

        first.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromSeconds(30));
        first.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        first.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task EndedBeforeAnybodyAsked_IsNotSigned_AfterwardsItStays()
    {
        var (early, late) = (await OneAsync(), await OneAsync());
        var given = await api.Client().GetStringAsync(Address(late));

        await RevokeAsync(early);
        await RevokeAsync(late);

        var refused = await api.Client().GetAsync(Address(early));
        (await IssuingTests.CodeAsync(refused)).ShouldBe("certificate.already_revoked");
        (await api.Client().GetStringAsync(Address(late))).ShouldBe(given);
    }

    [Fact]
    public async Task Keys_AreRotated_AndTheOldOnesStayPublished()
    {
        var before = await api.Client().GetFromJsonAsync<JsonElement>(Address(await OneAsync()));
        var certificate = await OneAsync();
        var keys = api.Host.Services.GetRequiredService<ICredentialKeys>();
        // Of two keys made in the same moment neither is the newer one.
        api.Clock.Advance(TimeSpan.FromSeconds(1));

        var made = await keys.RotateAsync(TestContext.Current.CancellationToken);

        var after = await api.Client().GetFromJsonAsync<JsonElement>(Address(certificate));
        MethodOf(after).ShouldBe($"{Start}/public/issuer#{made.PublicKey}");
        var issuer = await api.Client().GetFromJsonAsync<JsonElement>("/api/v1/public/issuer");
        var published = issuer.GetProperty("assertionMethod").EnumerateArray().Select(key => key.GetString()).ToList();
        published.ShouldContain(MethodOf(after));
        published.ShouldContain(MethodOf(before));
    }

    [Fact]
    public async Task WhatWasSigned_CannotBeExchanged_AndTheKeyLiesClosed()
    {
        await api.Client().GetStringAsync(Address(await OneAsync()));
        var closed = await api.ScalarAsync<byte[]>($"SELECT protected_key FROM credential_keys LIMIT 1");
        closed.Length.ShouldBeGreaterThan(64);
        await using var connection = new NpgsqlConnection(api.Database.AppConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("UPDATE certificate_credentials SET signature = ''", connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Download_IsForTheHolderAndOfficers_AndForNobodyElse()
    {
        var certificate = await OneAsync();
        var address = $"/api/v1/certificates/{certificate.Id}/credential";
        var holder = api.Client(TestUser.With().As(certificate.EmployeeId!.Value));
        var foreign = api.Client(TestUser.With(Permission.CertificatesRead).Of(Guid.CreateVersion7()));

        var file = await holder.GetAsync(address);

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".json");
        (await file.Content.ReadAsStringAsync()).ShouldBe(await api.Client().GetStringAsync(Address(certificate)));
        (await foreign.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.Client().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/api/v1/public/certificates/aaaaaaaaaaaaaaaaaaaaaaaaaaa/credential", "certificate.not_verified")]
    [InlineData("/api/v1/public/credential-status/99", "certificate.status_list_unknown")]
    public async Task Unknown_IsToldAsSuch(string address, string code) =>
        (await IssuingTests.CodeAsync(await api.Client().GetAsync(address))).ShouldBe(code);

    private async Task<CertificateView> OneAsync()
    {
        var (_, rows) = await api.IssuedAsync(1);
        return await api.GetAsync(rows[0].CertificateId!.Value);
    }

    private static string Address(CertificateView certificate) =>
        $"/api/v1/public/certificates/{certificate.Content.Token}/credential";

    private async Task RevokeAsync(CertificateView certificate)
    {
        var why = new { @class = "mistake", reason = "Kehadiran dihitung keliru" };
        (
            await api.Officer.PostAsJsonAsync($"/api/v1/certificates/{certificate.Id}/revocation", why)
        ).EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> AskAgainAsync(string address, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return await api.Client().SendAsync(request);
    }

    private static string MethodOf(JsonElement credential) =>
        credential.GetProperty("proof").GetProperty("verificationMethod").GetString()!;

    private static (int List, int Index) PlaceOf(JsonElement credential)
    {
        var status = credential.GetProperty("credentialStatus");
        return (
            Number(status.GetProperty("statusListCredential").GetString()!.Split('/')[^1]),
            Number(status.GetProperty("statusListIndex").GetString()!)
        );
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private async Task<HashSet<int>> BitsAsync(int list)
    {
        var document = await api.Client().GetFromJsonAsync<JsonElement>($"/api/v1/public/credential-status/{list}");
        var encoded = document.GetProperty("credentialSubject").GetProperty("encodedList").GetString()!;
        encoded[0].ShouldBe('u');
        using var zip = new GZipStream(
            new MemoryStream(Base64Url.DecodeFromChars(encoded.AsSpan(1))),
            CompressionMode.Decompress
        );
        var bits = new MemoryStream();
        await zip.CopyToAsync(bits);
        bits.Length.ShouldBe(131_072 / 8);
        return
        [
            .. bits.ToArray()
                .SelectMany(
                    (one, at) =>
                        Enumerable.Range(0, 8).Where(bit => (one & (128 >> bit)) != 0).Select(bit => (at * 8) + bit)
                ),
        ];
    }
}
