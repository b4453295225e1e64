using System.Text.Json;
using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>
/// The typed values of one item: an object whose properties its kind names. Kept as text in one canonical order,
/// so that equal values are equal text.
/// </summary>
public sealed record ReferenceValues
{
    private ReferenceValues(string json) => Json = json;

    public string Json { get; }

    public static readonly ReferenceValues None = new("{}");

    /// <summary>Reads what was once checked and stored; the database has its own order of properties.</summary>
    public static ReferenceValues Stored(string json)
    {
        using var document = JsonDocument.Parse(json);
        var properties = document.RootElement.EnumerateObject().Select(property => (property.Name, property.Value));
        var sorted = properties.ToDictionary(property => property.Name, property => property.Value);
        return new(JsonSerializer.Serialize(new SortedDictionary<string, JsonElement>(sorted, StringComparer.Ordinal)));
    }

    /// <param name="codeExists">Whether the code is one of the kind's items; asked for values that refer to another kind.</param>
    public static Result<ReferenceValues> Create(
        ReferenceKind kind,
        JsonElement values,
        Func<ReferenceKind, string, bool> codeExists
    )
    {
        if (values.ValueKind != JsonValueKind.Object)
            return ReferenceItemErrors.ValuesNotAnObject();
        var shape = ReferenceShape.Of(kind);
        var errors = new List<Error>();
        foreach (var property in values.EnumerateObject().Where(p => shape.All(field => field.Name != p.Name)))
            errors.Add(ReferenceItemErrors.ValueUnknown(property.Name, kind));
        var kept = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var field in shape)
        {
            var given =
                values.TryGetProperty(field.Name, out var found)
                && found.ValueKind != JsonValueKind.Null
                && !(found.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(found.GetString()));
            if (!given && field.Required)
                errors.Add(ReferenceItemErrors.ValueMissing(field.Name));
            if (!given)
                continue;
            var read = ReferenceValueReader.Read(field, found, codeExists);
            if (read.IsSuccess)
                kept[field.Name] = read.Value;
            else
                errors.AddRange(read.Errors);
        }
        if (errors.Count == 0)
            errors.AddRange(ReferenceValueRules.Check(kind, kept));
        return errors.Count > 0
            ? Result<ReferenceValues>.Failure(errors)
            : new ReferenceValues(JsonSerializer.Serialize(kept));
    }

    public string? Text(string name) => Read(name, element => element.GetString());

    public int? WholeNumber(string name) => Read(name, element => (int?)element.GetInt32());

    public bool Flag(string name) => Read(name, element => (bool?)element.GetBoolean()) ?? false;

    public IReadOnlyList<int> WholeNumbers(string name) =>
        Read<IReadOnlyList<int>>(name, element => [.. element.EnumerateArray().Select(item => item.GetInt32())]) ?? [];

    private T? Read<T>(string name, Func<JsonElement, T?> read)
    {
        using var document = JsonDocument.Parse(Json);
        return document.RootElement.TryGetProperty(name, out var found) ? read(found) : default;
    }
}
