using System.Net;
using System.Net.Http.Headers;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

public sealed class MeasuredApi : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Metrics:Token"] = "ukur" };
}

public sealed class MetricsTests(MeasuredApi api) : IClassFixture<MeasuredApi>
{
    [Fact]
    public async Task Metrics_TellRequestsByRoute_ToWhoKnowsTheToken()
    {
        var client = api.Client();
        await client.GetAsync("/api/v1/session");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ukur");

        var text = await client.GetStringAsync("/metrics");

        text.ShouldContain("# TYPE http_server_request_duration_seconds summary");
        text.ShouldContain("http_route=\"/api/v1/session");
    }

    [Fact]
    public async Task Metrics_AreNotForStrangers() =>
        (await api.Client().GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
