using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Pionir.Application.Common;
using Pionir.Domain.Common;

namespace Pionir.Api.Errors;

/// <summary>Title and detail of a refusal in one language.</summary>
/// <param name="Title">What was refused, in a few words.</param>
/// <param name="Detail">Why, and what to do now.</param>
public sealed record ErrorText(string Title, string Detail);

/// <summary>The texts of every error code in Indonesian and English, from the files beside this class.</summary>
public static class ErrorTexts
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly FrozenDictionary<string, Dictionary<string, ErrorText>> Texts = Load();

    public static IReadOnlyCollection<string> Codes => Texts.Keys;

    public static (ErrorText Id, ErrorText En) Of(Error error)
    {
        if (!Texts.TryGetValue(error.Code, out var texts))
        {
            // Shown rather than thrown: the refusal itself stands. A test finds codes without texts.
            return (new ErrorText(error.Code, ""), new ErrorText(error.Code, ""));
        }
        return (Fill(texts["id"], error, Indonesian), Fill(texts["en"], error, English));
    }

    private static ErrorText Fill(ErrorText text, Error error, CultureInfo culture) =>
        new(Fill(text.Title, error, culture), Fill(text.Detail, error, culture));

    private static string Fill(string text, Error error, CultureInfo culture) =>
        TextPlaces.Fill(text, error.Arguments, value => Show(value, culture));

    private static string Show(object? value, CultureInfo culture) =>
        value switch
        {
            null => "–",
            Enum word => ErrorWords.Of(word, culture),
            TimeOnly time => time.ToString("HH.mm", CultureInfo.InvariantCulture),
            string text => text,
            System.Collections.IEnumerable many => string.Join(
                ", ",
                many.Cast<object?>().Select(one => Show(one, culture))
            ),
            DateOnly date => date.ToString("d MMMM yyyy", culture),
            // Whole rupiah and scores, whatever scale the database keeps.
            decimal number => number.ToString("#,0.##", culture),
            IFormattable formattable => formattable.ToString(null, culture),
            _ => value.ToString()!,
        };

    private static FrozenDictionary<string, Dictionary<string, ErrorText>> Load()
    {
        var assembly = typeof(ErrorTexts).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.Contains(".Errors.Texts.", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, ErrorText>>>(
                    stream,
                    JsonSerializerOptions.Web
                )!;
            })
            .ToFrozenDictionary();
    }
}
