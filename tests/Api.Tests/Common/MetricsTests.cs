using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Pionir.Api.Telemetry;
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
    public async Task Metrics_TellRequestsByRoute_InStepsOfTime_ToWhoKnowsTheToken()
    {
        await api.Client().GetAsync("/api/v1/session");

        var text = await ReadAsync();

        text.ShouldContain("# TYPE http_server_request_duration_seconds histogram");
        var steps = text.Split('\n')
            .Where(line =>
                line.StartsWith("http_server_request_duration_seconds_bucket", StringComparison.Ordinal)
                && line.Contains("http_route=\"/api/v1/session", StringComparison.Ordinal)
            )
            .ToList();
        steps.Count.ShouldBe(13);
        steps[^1].ShouldContain("le=\"+Inf\"");
        steps.Select(Value).ShouldBeInOrder();
        steps.Select(Value).Last().ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public void Metric_WhoseLabelsComeTwiceAtOnce_CountsBothInOneSeries()
    {
        using var meter = new Meter("uji");
        Metric metric = null!;
        var begun = 0;
        metric = new Metric(
            meter.CreateCounter<int>("uji"),
            one =>
            {
                if (begun++ == 0)
                {
                    metric.Note(1, [new("cara", "GET")]);
                }
                return new Series(one.Kind, []);
            }
        );

        metric.Note(1, [new("cara", "GET")]);

        var text = new StringBuilder();
        metric.Write(text, "uji");
        text.ToString().ShouldBe("# TYPE uji counter\nuji{cara=\"GET\"} 2\n");
    }

    [Fact]
    public async Task Metrics_TellTheQueueAndTheOutbox_AndWorkThatWasGivenUp()
    {
        var now = api.Clock.GetUtcNow();
        await api.SqlAsync(
            $"""
            INSERT INTO jobs (id, kind, subject, arguments, state, done, total, attempts, requested_by, requested_by_name,
                              requested_at, finished_at)
            VALUES ({Guid.CreateVersion7()}, 'uji.ukur', 'x', jsonb_build_object(), 'Failed', 0, 0, 5, {Guid.Empty}, 'Uji', {now}, {now})
            """
        );
        await api.SqlAsync(
            $"""
            INSERT INTO mail_outbox (id, key, to_address, to_name, subject, text, state, attempts, created_at, next_attempt_at)
            VALUES ({Guid.CreateVersion7()}, 'ukur', 'a@contoh.example', 'A', 'S', 'T', 'Waiting', 0, {now.AddMinutes(
                -15
            )}, {now.AddDays(1)})
            """
        );
        api.Clock.Advance(TimeSpan.FromSeconds(6));

        var text = await ReadAsync();
        var ready = await api.Client().GetAsync("/health/ready");

        Lines(text, "pionir_jobs_failed ").ShouldBe([1]);
        Lines(text, "pionir_jobs_waiting ").ShouldBe([0]);
        Lines(text, "pionir_mail_waiting ").ShouldBe([1]);
        Lines(text, "pionir_mail_oldest_seconds ").ShouldHaveSingleItem().ShouldBeInRange(906, 906);
        // Mail that waits is worth a look, but no reason to send visitors away.
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = await ready.Content.ReadAsStringAsync();
        told.ShouldContain("\"status\":\"degraded\"");
        told.ShouldContain("1 mails wait, the oldest for 15 minutes.");
    }

    [Fact]
    public async Task Metrics_AreNotForStrangers() =>
        (await api.Client().GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private async Task<string> ReadAsync()
    {
        var client = api.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ukur");
        return await client.GetStringAsync("/metrics");
    }

    private static IEnumerable<double> Lines(string text, string start) =>
        text.Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(Value);

    private static double Value(string line) =>
        double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
}
