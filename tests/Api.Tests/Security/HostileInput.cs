using System.Text;
using System.Text.Json.Nodes;

namespace Pionir.Api.Tests.Security;

/// <summary>What people, scripts and attackers send; made from the published document with a fixed seed.</summary>
internal sealed class HostileInput(JsonObject document, int seed)
{
    private const int Huge = 100_000;

    public static readonly string[] Texts =
    [
        "",
        " ",
        "\0",
        "a\0b",
        "\ud800",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "=cmd|'/c calc'!A1",
        "../../../../etc/passwd",
        "%00%ff",
        "\u202eesrever",
        "😀😀😀",
        "-1",
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

    private readonly Random random = new(seed);

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
        random.Next(5) switch
        {
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
        // A lone surrogate cannot be sent as UTF-8; as an escape it can.
        var content = new StringContent(text, Encoding.UTF8, "application/json");
        content.Headers.ContentType!.CharSet = null;
        return content;
    }
}
