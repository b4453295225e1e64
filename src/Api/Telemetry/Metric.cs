using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Pionir.Api.Telemetry;

/// <summary>
/// The series of one metric. A request is measured some twenty times: to find its series must not make strings, so they are
/// known by the labels as they were given.
/// </summary>
internal sealed class Metric(Instrument instrument, Func<Metric, Series?> begin)
{
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> known = new(SameLabels.Instance);

    public string Kind { get; } = KindOf(instrument);

    public bool IsDuration => Kind == "histogram" && instrument.Unit == "s";

    public static string NameOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        return instrument.Unit == "s" && !name.EndsWith("seconds", StringComparison.Ordinal) ? name + "_seconds" : name;
    }

    public void Note(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var found = known.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        if (found.TryGetValue(labels, out var series) || TryBegin(labels, out series))
        {
            series.Note(value, isTotal: instrument.IsObservable);
        }
    }

    public void Write(StringBuilder text, string name)
    {
        if (known.IsEmpty)
        {
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {Kind}\n");
        foreach (
            var (labels, series) in known
                .Select(pair => (TextOf(pair.Key), pair.Value))
                .OrderBy(pair => pair.Item1, StringComparer.Ordinal)
        )
        {
            series.Write(text, name, labels);
        }
    }

    private bool TryBegin(ReadOnlySpan<KeyValuePair<string, object?>> labels, [NotNullWhen(true)] out Series? series)
    {
        series = begin(this) is { } begun ? known.GetOrAdd(labels.ToArray(), begun) : null;
        return series is not null;
    }

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : type.Contains("UpDown", StringComparison.Ordinal) || type.Contains("Gauge", StringComparison.Ordinal)
                ? "gauge"
            : "counter";
    }

    private static string TextOf(KeyValuePair<string, object?>[] labels)
    {
        return labels.Length == 0 ? "" : "{" + string.Join(',', labels.Select(OneText)) + "}";

        static string OneText(KeyValuePair<string, object?> label)
        {
            var text = Convert.ToString(label.Value, CultureInfo.InvariantCulture) ?? "";
            var safe = text.Replace("\\", @"\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", " ", StringComparison.Ordinal);
            return $"{label.Key.Replace('.', '_').Replace('-', '_')}=\"{safe}\"";
        }
    }

    private sealed class SameLabels
        : IEqualityComparer<KeyValuePair<string, object?>[]>,
            IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, KeyValuePair<string, object?>[]>
    {
        public static readonly SameLabels Instance = new();

        public bool Equals(KeyValuePair<string, object?>[]? one, KeyValuePair<string, object?>[]? other) =>
            other is not null && Same(one, other);

        public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> one, KeyValuePair<string, object?>[] other) =>
            Same(one, other);

        private static bool Same(ReadOnlySpan<KeyValuePair<string, object?>> one, KeyValuePair<string, object?>[] other)
        {
            if (one.Length != other.Length)
            {
                return false;
            }
            for (var i = 0; i < other.Length; i++)
            {
                if (one[i].Key != other[i].Key || !Equals(one[i].Value, other[i].Value))
                {
                    return false;
                }
            }
            return true;
        }

        public int GetHashCode(KeyValuePair<string, object?>[] labels) => HashOf(labels);

        public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> labels) => HashOf(labels);

        private static int HashOf(ReadOnlySpan<KeyValuePair<string, object?>> labels)
        {
            var hash = new HashCode();
            foreach (var label in labels)
            {
                hash.Add(label.Value);
            }
            return hash.ToHashCode();
        }

        public KeyValuePair<string, object?>[] Create(ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
            labels.ToArray();
    }
}
