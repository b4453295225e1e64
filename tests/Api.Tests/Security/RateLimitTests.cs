using System.Net;
using System.Net.Http.Json;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

public sealed class StrictLimits : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["RateLimits:Door"] = "3", ["RateLimits:SignedIn"] = "5" };
}

public sealed class RateLimitTests(StrictLimits api) : IClassFixture<StrictLimits>
{
    [Fact]
    public async Task SignIn_TooOften_IsToldWhenToComeBack_AndMayThen()
    {
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

    private static Task<HttpResponseMessage> TryAsync(HttpClient visitor) =>
        visitor.PostAsJsonAsync("/api/v1/session", new { email = "siapa@contoh.go.id", password = "tebakan saja" });
}
