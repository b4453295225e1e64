using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
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

    private readonly ConcurrentDictionary<(string Name, string Labels), Series> all = new();
    private readonly MeterListener listener = new();

    public MetricBook(IMeterFactory own)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            // Meters of a factory belong to one host; another host in this process (a test) has its own.
            var isOurs = instrument.Meter.Scope is null || instrument.Meter.Scope == own;
            if (isOurs && Meters.Contains(instrument.Meter.Name))
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var metric in all.GroupBy(pair => pair.Key.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var kind = metric.First().Value.Kind;
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {metric.Key} {kind}\n");
            foreach (var ((name, labels), series) in metric.OrderBy(one => one.Key.Labels, StringComparer.Ordinal))
            {
                series.Write(text, name, labels);
            }
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (Name(instrument), Labels(tags));
        if (!all.TryGetValue(key, out var series))
        {
            if (all.Count >= MostSeries)
            {
                return;
            }
            var kind = KindOf(instrument);
            var hasSteps = kind == "histogram" && instrument.Unit == "s";
            series = all.GetOrAdd(key, new Series(kind, hasSteps ? Steps : []));
        }
        series.Note(value, isTotal: instrument.IsObservable);
    }

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : type.Contains("UpDown", StringComparison.Ordinal) || type.Contains("Gauge", StringComparison.Ordinal)
                ? "gauge"
            : "counter";
    }

    private static string Name(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        return instrument.Unit == "s" && !name.EndsWith("seconds", StringComparison.Ordinal) ? name + "_seconds" : name;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }
        var labels = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            var safe = text.Replace("\\", @"\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", " ", StringComparison.Ordinal);
            labels.Add($"{name.Replace('.', '_').Replace('-', '_')}=\"{safe}\"");
        }
        return "{" + string.Join(',', labels) + "}";
    }
}
