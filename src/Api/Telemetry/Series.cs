using System.Globalization;
using System.Text;

namespace Pionir.Api.Telemetry;

/// <summary>One metric with one set of labels.</summary>
/// <param name="steps">Upper bounds a histogram counts by; a histogram without them tells count and sum.</param>
internal sealed class Series(string kind, double[] steps)
{
    private readonly Lock turn = new();
    private readonly long[] within = new long[steps.Length];
    private long count;
    private double sum;

    public string Kind => kind;

    /// <param name="isTotal">Observed instruments tell where they stand, the others what is new.</param>
    public void Note(double value, bool isTotal)
    {
        var step = Array.FindIndex(steps, bound => value <= bound);
        lock (turn)
        {
            count++;
            sum = isTotal ? value : sum + value;
            if (step >= 0)
            {
                within[step]++;
            }
        }
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        lock (turn)
        {
            if (kind != "histogram")
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {sum:R}\n");
                return;
            }
            var upTo = 0L;
            for (var i = 0; i < steps.Length; i++)
            {
                upTo += within[i];
                var bound = steps[i].ToString("R", CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{With(labels, bound)} {upTo}\n");
            }
            text.Append(
                CultureInfo.InvariantCulture,
                $"{name}_bucket{With(labels, "+Inf")} {count}\n{name}_count{labels} {count}\n{name}_sum{labels} {sum:R}\n"
            );
        }
    }

    private static string With(string labels, string bound) =>
        labels.Length == 0 ? $"{{le=\"{bound}\"}}" : $"{labels[..^1]},le=\"{bound}\"}}";
}
