using System.Text.RegularExpressions;

namespace Pionir.Application.Common;

/// <summary>
/// Fills a text in one pass: <c>{count}</c> by the value, <c>{count:day|days}</c> by how many there are. The page's own
/// texts do the same (text-transpiler.ts). A name without a value stays as it is.
/// </summary>
public static partial class TextPlaces
{
    public static string Fill(string text, IReadOnlyDictionary<string, object?> values, Func<object?, string> show) =>
        Place()
            .Replace(
                text,
                found =>
                {
                    if (!values.TryGetValue(found.Groups["name"].Value, out var value))
                        return found.Value;
                    var shown = show(value);
                    if (!found.Groups["many"].Success)
                        return shown;
                    return found.Groups[shown == "1" ? "one" : "many"].Value;
                }
            );

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<one>[^{}|]*)\|(?<many>[^{}]*))?\}")]
    private static partial Regex Place();
}
