using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Page;

public sealed partial class PageTests(PageTests.WithPage api) : IClassFixture<PageTests.WithPage>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/pelatihan/2026")]
    public async Task AddressOfThePage_GetsThePage_WithANonceOfItsOwn(string address)
    {
        using var client = api.Client();

        var first = await client.GetAsync(address);
        var second = await client.GetAsync(address);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var nonce = Nonce().Match(await first.Content.ReadAsStringAsync()).Groups[1].Value;
        nonce.ShouldNotBeEmpty();
        first.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"'nonce-{nonce}'");
        (await second.Content.ReadAsStringAsync()).ShouldNotContain(nonce);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pelatihan/2026")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Head_AnswersAsGetDoes_WithoutTheBody(string address)
    {
        using var client = api.Client();
        using var question = new HttpRequestMessage(HttpMethod.Head, address);

        var got = await client.GetAsync(address);
        var head = await client.SendAsync(question);

        head.StatusCode.ShouldBe(got.StatusCode);
        head.Content.Headers.ContentType.ShouldBe(got.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("/v/abc", true)]
    [InlineData("/verify", true)]
    [InlineData("/j/abc", true)]
    [InlineData("/participation/abc", true)]
    [InlineData("/", false)]
    public async Task VerificationPage_IsListedByNoSearchEngine(string address, bool unlisted)
    {
        using var client = api.Client();

        var answer = await client.GetAsync(address);

        answer.Headers.Contains("X-Robots-Tag").ShouldBe(unlisted);
    }

    [Fact]
    public async Task PolicyOfThePage_AllowsNothingInline()
    {
        using var client = api.Client();

        var policy = (await client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();

        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task File_WithItsHashInTheName_IsKeptForAYear()
    {
        using var client = api.Client();

        var hashed = await client.GetAsync("/main-ABCD2345.js");
        var plain = await client.GetAsync("/theme.js");

        hashed.Headers.CacheControl!.ToString().ShouldContain("immutable");
        plain.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Worker_IsNeverOld_AndMayAskThisServerOnly()
    {
        using var client = api.Client();

        var worker = await client.GetAsync("/worker.js");

        worker.Headers.CacheControl!.NoCache.ShouldBeTrue();
        worker.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; connect-src 'self'"]);
    }

    [Fact]
    public async Task FilesOfThePage_AreListedForTheDeskThatGoesOffline_AlwaysAnew()
    {
        using var client = api.Client();

        var list = await client.GetAsync("/page-files.json");

        list.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await list.Content.ReadFromJsonAsync<string[]>()).ShouldBe(["/main-ABCD2345.js", "/theme.js"]);
    }

    [Theory]
    [InlineData("/missing.js")]
    [InlineData("/api/v1/nothing-here")]
    public async Task MissingFileOrApi_IsNotThePage(string address)
    {
        using var client = api.Client();

        var answer = await client.GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/theme.js")]
    [InlineData("/api/v1/nothing-here")]
    public async Task EveryAnswer_TellsTheBrowserWhatToRefuse(string address)
    {
        using var client = api.Client();

        var headers = (await client.GetAsync(address)).Headers;

        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        headers.Contains("Content-Security-Policy").ShouldBeTrue();
        headers.Contains("Permissions-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task OverHttps_TheBrowserIsToldToStayThere()
    {
        using var client = api.Client();
        client.BaseAddress = new Uri("https://pionir.example");

        var answer = await client.GetAsync("/api/v1/session");

        answer.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
    }

    [Fact]
    public async Task AnswersOfTheApi_StayInNoCache()
    {
        using var client = api.Client(TestUser.Everything);

        var answer = await client.GetAsync("/api/v1/employees");

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [GeneratedRegex("ngCspNonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();

    public sealed class WithPage : ApiFixture
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pionir-page-");

        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string> { ["webroot"] = folder.FullName };

        public override async ValueTask InitializeAsync()
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "index.html"),
                """<app-root ngCspNonce="__CSP_NONCE__"></app-root>"""
            );
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "main-ABCD2345.js"), "1");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "theme.js"), "1");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "worker.js"), "1");
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
