using System.Net;
using System.Net.Http.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

public sealed class StrictLimits : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["RateLimits:Door"] = "3",
            ["RateLimits:Hall"] = "12",
            ["RateLimits:Checks"] = "2",
            ["RateLimits:SignedIn"] = "5",
        };
}

public sealed class RateLimitTests(StrictLimits api) : IClassFixture<StrictLimits>
{
    [Fact]
    public async Task SignIn_TooOften_IsToldWhenToComeBack_AndMayThen()
    {
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var visitor = api.Client();
        for (var i = 0; i < 3; i++)
        {
            (await TryAsync(visitor)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var response = await TryAsync(visitor);

        await response.ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "request.too_many");
        response.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        response.Headers.GetValues("RateLimit-Remaining").ShouldBe(["0"]);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await TryAsync(visitor)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task OnePersonsLimit_IsNotAnothers()
    {
        var (busy, other) = (api.Client(TestUser.Everything), api.Client(TestUser.Everything));
        for (var i = 0; i < 5; i++)
        {
            await busy.GetAsync("/api/v1/roles");
        }

        (await busy.GetAsync("/api/v1/roles")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await other.GetAsync("/api/v1/roles")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CheckingCertificates_IsCountedByItself()
    {
        const string check = "/api/v1/public/certificates";
        var visitor = api.Client();
        (await visitor.GetAsync($"{check}/tebakan")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"{check}?number=1&name=x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var third = await visitor.GetAsync($"{check}/tebakan");

        await third.ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "request.too_many");
        (await visitor.GetAsync("/api/v1/institution")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ManyPeopleBehindOneAddress_DoNotUseUpEachOthersTries_UpToTheLimitOfTheAddress()
    {
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var office = api.Client();
        for (var person = 0; person < 12; person++)
        {
            var email = $"pegawai.{person}@contoh.go.id";
            (await TryAsync(office, email)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await TryAsync(office, "pegawai.13@contoh.go.id")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient visitor, string email = "siapa@contoh.go.id") =>
        visitor.PostAsJsonAsync("/api/v1/session", new { email, password = "tebakan saja" });
}
