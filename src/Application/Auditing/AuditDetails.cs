using System.Globalization;
using System.Text.Json;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Auditing;

/// <summary>Changed values in one line of words, as audit-changes.ts shows them on the page.</summary>
internal sealed class AuditDetails(AuditWords words, InstitutionTimeZone zone, bool english)
{
    /// <summary>What only the machine needs: keys, search columns, counters of the calendar format.</summary>
    public static readonly IReadOnlySet<string> Plumbing = new HashSet<string>
    {
        "Id",
        "Revision",
        "Search",
        "SearchWords",
        "TokenHash",
    };

    public string Of(AuditRow row) =>
        row.Details is { ValueKind: JsonValueKind.Object } details
            ? string.Join(
                "; ",
                details
                    .EnumerateObject()
                    .Where(value => !Plumbing.Contains(value.Name))
                    .Select(value => $"{words.Field(value.Name)}: {Change(value.Value, row.Names)}")
            )
            : "";

    private string Change(JsonElement value, IReadOnlyDictionary<string, string>? names)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2)
            return Shown(value, names);
        var after = Shown(value[1], names);
        return value[0].ValueKind == JsonValueKind.Null ? after : $"{Shown(value[0], names)} → {after}";
    }

    private string Shown(JsonElement value, IReadOnlyDictionary<string, string>? names) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => "–",
            JsonValueKind.Array when value.GetArrayLength() == 0 => "–",
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(part => Shown(part, names))),
            JsonValueKind.Object => value.GetRawText(),
            JsonValueKind.String => Text(value.GetString()!, names),
            // True and false have words as well.
            _ => words.Value(value.GetRawText()),
        };

    private string Text(string text, IReadOnlyDictionary<string, string>? names)
    {
        if (text.Length == 0)
            return "–";
        // An id nobody can read says only that it is another one.
        if (Guid.TryParseExact(text, "D", out _))
            return names?.GetValueOrDefault(text) ?? $"…{text[^4..]}";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
            return InstitutionWords.Day(day, english);
        return IsInstant(text, out var instant) ? InstitutionWords.Moment(instant, zone, english) : words.Value(text);
    }

    private static bool IsInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        return text is [_, _, _, _, '-', _, _, '-', _, _, 'T', ..]
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }
}
