using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Pionir.Api.Telemetry;

/// <summary>
/// Counts what the framework, the database driver and Pionir itself measure, and writes it as Prometheus text. Durations
/// are counted in steps, so that percentiles over all instances can be told; never more memory than there are routes.
/// </summary>
internal sealed class MetricBook : IDisposable
{
    private const int MostSeries = 5_000;
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Npgsql",
        "System.Runtime",
        "Pionir",
    ];

    /// <summary>Seconds, from a cached read to a request that a proxy is about to give up.</summary>
    private static readonly double[] Steps = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly ConcurrentDictionary<string, Metric> all = new();
    private readonly MeterListener listener = new();
    private int count;

    public MetricBook(IMeterFactory own)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            // Meters of a factory belong to one host; another host in this process (a test) has its own.
            var isOurs = instrument.Meter.Scope is null || instrument.Meter.Scope == own;
            if (isOurs && Meters.Contains(instrument.Meter.Name))
            {
                var metric = all.GetOrAdd(Metric.NameOf(instrument), _ => new Metric(instrument, Begin));
                listening.EnableMeasurementEvents(instrument, metric);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, metric) => ((Metric)metric!).Note(value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, metric) => ((Metric)metric!).Note(value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, metric) => ((Metric)metric!).Note(value, tags));
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, metric) in all.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            metric.Write(text, name);
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    /// <returns>Null when there are as many as may be.</returns>
    private Series? Begin(Metric metric)
    {
        if (Volatile.Read(ref count) >= MostSeries)
        {
            return null;
        }
        Interlocked.Increment(ref count);
        return new Series(metric.Kind, metric.IsDuration ? Steps : []);
    }
}
