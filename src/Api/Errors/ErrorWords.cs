using System.Globalization;
using System.Text.Json;

namespace Pionir.Api.Errors;

/// <summary>The words for states, moves and kinds inside a refusal: the same as on screen.</summary>
internal static class ErrorWords
{
    private static readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> Words = Load();

    public static string Of(Enum value, CultureInfo culture) =>
        Words.TryGetValue(value.GetType().Name, out var values) && values.TryGetValue(value.ToString(), out var word)
            ? word[culture.TwoLetterISOLanguageName]
            : value.ToString();

    private static Dictionary<string, Dictionary<string, Dictionary<string, string>>> Load()
    {
        var assembly = typeof(ErrorWords).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.Contains(".Errors.Words.", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, string>>>>(
                    stream
                )!;
            })
            .ToDictionary();
    }
}
