using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Pionir.Api.Telemetry;

/// <summary>
/// Counts what the framework, the database driver and Pionir itself measure, and writes it as Prometheus text. Durations
/// are kept as count and sum: enough for rates and means, and never more memory than there are routes.
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

    private readonly ConcurrentDictionary<(string Name, string Labels), Series> all = new();
    private readonly MeterListener listener = new();

    public MetricBook()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
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
            foreach (var ((name, labels), series) in metric)
            {
                var (count, sum) = series.Read();
                if (kind == "summary")
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"{name}_count{labels} {count}\n{name}_sum{labels} {sum:R}\n"
                    );
                }
                else
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {sum:R}\n");
                }
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
            series = all.GetOrAdd(key, new Series(KindOf(instrument)));
        }
        series.Note(value, isTotal: instrument.IsObservable);
    }

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "summary"
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

    private sealed class Series(string kind)
    {
        private readonly Lock turn = new();
        private long count;
        private double sum;

        public string Kind => kind;

        /// <param name="isTotal">Observed instruments tell where they stand, the others what is new.</param>
        public void Note(double value, bool isTotal)
        {
            lock (turn)
            {
                count++;
                sum = isTotal ? value : sum + value;
            }
        }

        public (long Count, double Sum) Read()
        {
            lock (turn)
            {
                return (count, sum);
            }
        }
    }
}
