using System.Text;
using System.Text.Json.Nodes;

namespace Pionir.Api.Tests.Security;

/// <summary>What people, scripts and attackers send, made from the published document.</summary>
/// <param name="idOf">An id that is there, for a property of this name.</param>
internal sealed class HostileInput(JsonObject document, Random random, Func<string, Random, string> idOf)
{
    private const int Huge = 1024 * 1024;

    /// <summary>Stands for an escape that no encoder writes: half a character.</summary>
    private const string LoneSurrogate = "~lone~";

    public static readonly string[] Texts =
    [
        "",
        " ",
        "\0",
        "a\0b",
        LoneSurrogate,
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "=cmd|'/c calc'!A1",
        "../../../../etc/passwd",
        "%00%ff",
        "\u202eesrever",
        "😀😀😀",
        "-1",
        "0",
        "2147483647",
        "-2147483648",
        "99999999999999999999999999",
        "NaN",
        "0001-01-01",
        "9999-12-31T23:59:59.9999999+14:00",
        "00000000-0000-0000-0000-000000000000",
        "null",
        "{}",
        "\\",
        "%",
        new string('x', 5_000),
    ];

    public static IEnumerable<string> SomeTexts(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => Texts[random.Next(Texts.Length)]);

    public string Text() => Texts[random.Next(Texts.Length)];

    public IEnumerable<HttpContent> Bodies(JsonNode? schema)
    {
        yield return Json("");
        yield return Json("{");
        yield return Json("null");
        yield return Json("[]");
        yield return Json("\"text\"");
        yield return Json("{\"a\":" + new string('[', 2_000) + new string(']', 2_000) + "}");
        yield return Json("{\"unknown\":\"" + new string('x', Huge) + "\"}");
        yield return Json(string.Concat(Enumerable.Repeat("[", 100_000)));
        yield return new ByteArrayContent([0xff, 0xfe, 0x00, 0x7b])
        {
            Headers = { { "Content-Type", "application/json" } },
        };
        yield return new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded");
        yield return new StringContent("<a/>", Encoding.UTF8, "application/xml");
        for (var i = 0; i < 8; i++)
        {
            yield return Json(Fill(schema, hostile: i % 2 == 0, depth: 0)?.ToJsonString() ?? "null");
        }
    }

    /// <summary>Sound documents with one thing in each that is not.</summary>
    public IEnumerable<HttpContent> Mutations(JsonNode? schema, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (Sound(schema, "", 0) is not JsonObject sound || Places(sound).ToList() is not { Count: > 0 } places)
            {
                yield break;
            }
            var (parent, name, at) = places[random.Next(places.Count)];
            var value = i == 0 ? JsonValue.Create(new string('x', Huge)) : Strange();
            switch (parent)
            {
                case JsonObject map when random.Next(10) == 0:
                    map.Remove(name);
                    break;
                case JsonObject map:
                    map[name] = value;
                    break;
                case JsonArray list:
                    list[at] = value;
                    break;
            }
            yield return Json(sound.ToJsonString());
        }
    }

    public IEnumerable<HttpContent> Forms()
    {
        yield return new StringContent("not a form", Encoding.UTF8, "application/json");
        yield return new StringContent("--x\r\nbroken", Encoding.UTF8)
        {
            Headers = { ContentType = new("multipart/form-data") },
        };
        yield return new MultipartFormDataContent("x");
        yield return new MultipartFormDataContent { { new ByteArrayContent([]), "file", " ." } };
        yield return new MultipartFormDataContent
        {
            { new ByteArrayContent([0x50, 0x4b, 3, 4, 0, 0]), "file", "../../x.xlsx" },
        };
        yield return new MultipartFormDataContent { { new StringContent(Text()), "more" } };
    }

    private static IEnumerable<(JsonNode Parent, string Name, int At)> Places(JsonNode node) =>
        node switch
        {
            JsonObject map => map.SelectMany(pair =>
                (pair.Value is null ? [] : Places(pair.Value)).Prepend((map, pair.Key, 0))
            ),
            JsonArray list => list.SelectMany((item, at) => (item is null ? [] : Places(item)).Prepend((list, "", at))),
            _ => [],
        };

    /// <summary>A document as a page would send it.</summary>
    private JsonNode? Sound(JsonNode? schema, string name, int depth)
    {
        schema = Resolve(schema);
        if (schema is null || depth > 6)
        {
            return null;
        }
        if (schema["enum"] is JsonArray words)
        {
            return words[random.Next(words.Count)]!.DeepClone();
        }
        switch (Type(schema))
        {
            case "object":
                var map = new JsonObject();
                foreach (var (property, value) in schema["properties"] as JsonObject ?? [])
                {
                    map[property] = Sound(value, property, depth + 1);
                }
                return map;
            case "array":
                return new JsonArray(Sound(schema["items"], name, depth + 1));
            case "integer" or "number":
                return JsonValue.Create(random.Next(1, 5));
            case "boolean":
                return JsonValue.Create(random.Next(2) == 0);
            default:
                return JsonValue.Create(SoundText(schema["format"]?.GetValue<string>(), name));
        }
    }

    private string SoundText(string? format, string name) =>
        format switch
        {
            "uuid" => idOf(name, random),
            "date" => "2026-05-01",
            "date-time" => "2026-05-01T08:00:00Z",
            "time" => "08:00:00",
            _ when name.Contains("mail", StringComparison.OrdinalIgnoreCase) => $"a{random.Next()}@contoh.example",
            _ => "Alasan yang cukup panjang",
        };

    private JsonNode? Strange() => random.Next(3) == 0 ? Wrong() : JsonValue.Create(Text());

    /// <summary>A document of the right shape, its values strange (or, half of the time, of a wrong type).</summary>
    private JsonNode? Fill(JsonNode? schema, bool hostile, int depth)
    {
        schema = Resolve(schema);
        if (schema is null || depth > 6 || random.Next(12) == 0)
        {
            return null;
        }
        if (hostile && random.Next(4) == 0)
        {
            return Wrong();
        }
        if (schema["enum"] is JsonArray words)
        {
            return random.Next(3) == 0 ? JsonValue.Create(Text()) : words[random.Next(words.Count)]!.DeepClone();
        }
        return Type(schema) switch
        {
            "object" => Object(schema, hostile, depth),
            "array" => new JsonArray([
                .. Enumerable.Range(0, random.Next(4)).Select(_ => Fill(schema["items"], hostile, depth + 1)),
            ]),
            "integer" => JsonValue.Create(Pick(0, -1, int.MaxValue, int.MinValue, 2026)),
            "number" => JsonValue.Create(Pick(0, -1, int.MaxValue, 3)),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => JsonValue.Create(String(schema["format"]?.GetValue<string>())),
        };
    }

    private JsonObject Object(JsonNode schema, bool hostile, int depth)
    {
        var result = new JsonObject();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            result[name] = Fill(property, hostile, depth + 1);
        }
        return result;
    }

    private string String(string? format) =>
        format switch
        {
            "uuid" => Guid.NewGuid().ToString(),
            "date" => new[] { "2026-05-01", "0001-01-01", "9999-12-31" }[random.Next(3)],
            "date-time" => new[] { "2026-05-01T08:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00" }[
                random.Next(3)
            ],
            "time" => "08:00:00",
            _ => Text(),
        };

    private JsonNode? Wrong() =>
        random.Next(9) switch
        {
            5 => null,
            6 => JsonValue.Create(Pick(0, -1, int.MaxValue, int.MinValue)),
            7 => JsonValue.Create(long.MaxValue),
            8 => new JsonObject(),
            0 => JsonValue.Create(Text()),
            1 => JsonValue.Create(1e300),
            2 => new JsonObject { ["a"] = 1 },
            3 => new JsonArray(null, "x", 1),
            _ => JsonValue.Create(true),
        };

    private int Pick(params int[] values) => values[random.Next(values.Length)];

    private static string? Type(JsonNode schema) =>
        schema["type"] is JsonArray types
            ? types.Select(type => type!.GetValue<string>()).FirstOrDefault(type => type != "null")
            : schema["type"]?.GetValue<string>();

    private JsonNode? Resolve(JsonNode? schema)
    {
        schema = schema?["oneOf"]?.AsArray().LastOrDefault() ?? schema?["allOf"]?[0] ?? schema;
        return schema?["$ref"]?.GetValue<string>() is { } reference
            ? document["components"]!["schemas"]![reference.Split('/')[^1]]
            : schema;
    }

    private static StringContent Json(string text)
    {
        // Half a character cannot be sent as UTF-8; as an escape it can.
        var sent = text.Replace(LoneSurrogate, "\\ud800", StringComparison.Ordinal);
        var content = new StringContent(sent, Encoding.UTF8, "application/json");
        content.Headers.ContentType!.CharSet = null;
        return content;
    }
}
