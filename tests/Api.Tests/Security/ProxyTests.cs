using System.Net;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

public sealed class BehindAProxy : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Proxies:0"] = "10.1.2.0/24", ["RateLimits:Public"] = "2" };
}

/// <summary>Who is asked for as the caller decides the limits: a header alone must not make somebody else of him.</summary>
public sealed class ProxyTests(BehindAProxy api) : IClassFixture<BehindAProxy>
{
    [Theory]
    [InlineData("203.0.113.9")]
    [InlineData("10.1.3.1")]
    [InlineData("127.0.0.1")]
    public async Task AStranger_CannotTakeAnotherAddress(string stranger)
    {
        (await AskAsync(api, stranger, "198.51.100.1")).ShouldBe(200);
        (await AskAsync(api, stranger, "198.51.100.2")).ShouldBe(200);

        (await AskAsync(api, stranger, "198.51.100.3")).ShouldBe(429);
    }

    [Fact]
    public async Task ANamedProxy_SpeaksForItsVisitors()
    {
        for (var visitor = 1; visitor <= 4; visitor++)
        {
            (await AskAsync(api, "10.1.2.7", $"192.0.2.{visitor}")).ShouldBe(200);
        }
    }

    internal static async Task<int> AskAsync(ApiFixture api, string from, string forwardedFor)
    {
        var answer = await api.Host.Server.SendAsync(http =>
        {
            http.Request.Method = "GET";
            http.Request.Path = "/api/v1/institution";
            http.Request.Headers["X-Forwarded-For"] = forwardedFor;
            http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        });
        return answer.Response.StatusCode;
    }
}

public sealed class WithoutAProxy : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["ForwardedHeaders_Enabled"] = "true", ["RateLimits:Public"] = "2" };
}

/// <summary>The framework's own switch is no reason to believe everybody.</summary>
public sealed class UnnamedProxyTests(WithoutAProxy api) : IClassFixture<WithoutAProxy>
{
    [Fact]
    public async Task WithoutANamedProxy_NobodyIsBelieved()
    {
        var answers = new List<int>();
        for (var visitor = 1; visitor <= 3; visitor++)
        {
            answers.Add(await ProxyTests.AskAsync(api, "203.0.113.9", $"198.51.100.{visitor}"));
        }

        answers.ShouldBe([200, 200, 429]);
    }

    /// <summary>A provider gives each customer as many addresses as all of IPv4, squared.</summary>
    [Fact]
    public async Task AddressesOfOneNetwork_AreOneVisitor()
    {
        (await ProxyTests.AskAsync(api, "2001:db8:1:2::1", "")).ShouldBe(200);
        (await ProxyTests.AskAsync(api, "2001:db8:1:2:ffff::9", "")).ShouldBe(200);

        (await ProxyTests.AskAsync(api, "2001:db8:1:2::77:1", "")).ShouldBe(429);
        (await ProxyTests.AskAsync(api, "2001:db8:1:3::1", "")).ShouldBe(200);
    }

    [Fact]
    public async Task AnAddressOfIPv4_IsTheSameInBothWritings()
    {
        (await ProxyTests.AskAsync(api, "203.0.113.77", "")).ShouldBe(200);
        (await ProxyTests.AskAsync(api, "::ffff:203.0.113.77", "")).ShouldBe(200);

        (await ProxyTests.AskAsync(api, "203.0.113.77", "")).ShouldBe(429);
        (await ProxyTests.AskAsync(api, "::ffff:203.0.113.78", "")).ShouldBe(200);
    }
}
