using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Notifications;

/// <summary>Texts of notifications and waiting items by code, from the files in <c>Texts</c>: one sentence per language.</summary>
public static class MessageTexts
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly FrozenDictionary<string, LocalText> Texts = Load();

    public static IReadOnlyCollection<string> Codes => Texts.Keys;

    public static LocalText Pattern(string code) => Texts.GetValueOrDefault(code) ?? new(code, code);

    public static LocalText Of(string code, IReadOnlyDictionary<string, object?> arguments)
    {
        var pattern = Pattern(code);
        return new(Fill(pattern.Id, arguments, Indonesian), Fill(pattern.En, arguments, English));
    }

    private static string Fill(string text, IReadOnlyDictionary<string, object?> arguments, CultureInfo culture) =>
        TextPlaces.Fill(text, arguments, value => Show(value, culture));

    private static string Show(object? value, CultureInfo culture) =>
        value switch
        {
            null => "–",
            JsonElement { ValueKind: JsonValueKind.String } text => Show(text.GetString()!, culture),
            JsonElement { ValueKind: JsonValueKind.Number } number => number.GetDecimal().ToString(culture),
            string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => Show(day, culture),
            DateOnly day => day.ToString("d MMMM yyyy", culture),
            IFormattable formattable => formattable.ToString(null, culture),
            _ => value.ToString() ?? "",
        };

    private static FrozenDictionary<string, LocalText> Load()
    {
        var assembly = typeof(MessageTexts).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.Contains(".Notifications.Texts.", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, LocalText>>(stream, JsonSerializerOptions.Web)!;
            })
            .ToFrozenDictionary();
    }
}
