using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pionir.Client;

/// <summary>How every client reads and writes: words of a list travel as camel case, alone or in an array.</summary>
public static class ClientJson
{
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }
}
