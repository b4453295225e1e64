using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>What changed between two states, done to a third; a list is taken whole.</summary>
    public static InstitutionSettings Carry(
        InstitutionSettings from,
        InstitutionSettings to,
        InstitutionSettings onto
    ) => Carry(Node(from), Node(to), Node(onto)).Deserialize<InstitutionSettings>(Options)!;

    private static JsonNode? Node(InstitutionSettings settings) => JsonSerializer.SerializeToNode(settings, Options);

    private static JsonNode? Carry(JsonNode? from, JsonNode? to, JsonNode? onto)
    {
        if (JsonNode.DeepEquals(from, to))
            return onto?.DeepClone();
        if (from is not JsonObject old || to is not JsonObject wanted || onto is not JsonObject present)
            return to?.DeepClone();
        var carried = new JsonObject();
        foreach (var (name, _) in wanted.Concat(present).DistinctBy(property => property.Key))
        {
            // What the change took away is taken away here too; what it left out is left as it is.
            var removed = old.ContainsKey(name) && !wanted.ContainsKey(name);
            if (!removed)
                carried[name] = Carry(old[name], wanted[name], present[name]);
        }
        return carried;
    }

    /// <summary>Lists and dictionaries in a record compare by reference; their JSON compares by content.</summary>
    public static bool Same(InstitutionSettings one, InstitutionSettings other) => Write(one) == Write(other);
}
