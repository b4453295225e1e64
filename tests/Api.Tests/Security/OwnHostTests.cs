using System.Net;
using System.Net.Http.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

public sealed class UnderAName : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["PublicAddress"] = "https://pionir.contoh.go.id" };
}

/// <summary>A name that a stranger writes into the Host header must not come back out of us.</summary>
public sealed class OwnHostTests(UnderAName api) : IClassFixture<UnderAName>
{
    [Fact]
    public async Task AnotherHost_IsRefused_WithTheRightAddress()
    {
        var answer = await AskAsync("/api/v1/institution", "pencuri.example");

        await answer.ShouldRefuseAsync(HttpStatusCode.BadRequest, "request.foreign_host");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("https://pionir.contoh.go.id");
    }

    [Theory]
    [InlineData("/api/v1/institution", "pionir.contoh.go.id")]
    [InlineData("/api/v1/institution", "PIONIR.contoh.go.id:443")]
    [InlineData("/api/v1/institution", "127.0.0.1:5080")]
    [InlineData("/health/live", "10.0.0.11:5080")]
    public async Task OwnNames_AndMonitors_AreAnswered(string path, string host) =>
        (await AskAsync(path, host)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task ALinkInAMail_BeginsWithTheAddressOfTheInstallation_WhateverTheHostHeaderSaid()
    {
        var account = await api.AccountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/account/password/forgotten");
        request.Content = JsonContent.Create(new { email = account.Email });
        request.Headers.Host = "localhost:666";

        (await api.Client().SendAsync(request)).EnsureSuccessStatusCode();

        await WaitAsync($"SELECT EXISTS (SELECT FROM mail_outbox WHERE to_address = {account.Email})");
        var text = await api.ScalarAsync<string>($"SELECT text FROM mail_outbox WHERE to_address = {account.Email}");
        text.ShouldContain("https://pionir.contoh.go.id/reset-password?token=");
        text.ShouldNotContain("666");
    }

    [Fact]
    public async Task CookiesOfASession_AreForThisHostByHttpsOnly()
    {
        var account = await api.AccountAsync();
        using var page = new PageClient(api.Host);

        var answer = await page.SignInAsync(account.Email, People.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.Contains("pionir.session"));
        cookie.ShouldStartWith("__Host-pionir.session=");
        foreach (var word in new[] { "secure", "httponly", "path=/;", "samesite=lax" })
        {
            cookie.ShouldContain(word, Case.Insensitive);
        }
        cookie.ShouldNotContain("domain=", Case.Insensitive);
        (await page.Http.GetAsync("/api/v1/account/data")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        return await api.Client().SendAsync(request);
    }

    private async Task WaitAsync(FormattableString isSo)
    {
        while (!await api.ScalarAsync<bool>(isSo))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
