using System.Text.Json;
using System.Text.Json.Serialization;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <summary>The settings as JSON, the same in database, history and comparison.</summary>
public static class SettingsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(InstitutionSettings settings) => JsonSerializer.Serialize(settings, Options);

    public static InstitutionSettings Read(string json) =>
        JsonSerializer.Deserialize<InstitutionSettings>(json, Options)!;

    public static JsonElement Element(InstitutionSettings settings) =>
        JsonSerializer.SerializeToElement(settings, Options);

    /// <summary>Lists and dictionaries in a record compare by reference; their JSON compares by content.</summary>
    public static bool Same(InstitutionSettings one, InstitutionSettings other) => Write(one) == Write(other);
}
