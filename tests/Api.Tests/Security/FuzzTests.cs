using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pionir.Api.Tests.Security;

/// <summary>
/// Broken, hostile or huge input to every operation of the published document, as somebody who may do everything, at
/// things that are there: refused aloud in both languages, and never our own failure. The seed is fixed, so a failure is
/// seen again by running it again.
/// </summary>
public sealed partial class FuzzTests(FuzzBed api) : IClassFixture<FuzzBed>
{
    private const int Seed = 20261122;
    private const int MutationsOfEach = 30;
    private const int TextsOfEach = 8;

    /// <summary>Takes away what the others need.</summary>
    private static readonly string[] Last =
    [
        "Cancel",
        "Close",
        "Complete",
        "Delete",
        "Disable",
        "Discard",
        "Remove",
        "Revoke",
        "Retire",
    ];

    private static readonly JsonObject Document = JsonNode.Parse(File.ReadAllText(DocumentFile()))!.AsObject();

    private readonly Random random = new(Seed);
    private readonly List<string> failures = [];

    private IEnumerable<RouteEndpoint> Operations =>
        api
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => MatrixFixture.Id(endpoint) is not null)
            .OrderBy(endpoint => Last.Any(MatrixFixture.Id(endpoint)!.StartsWith))
            .ThenBy(MatrixFixture.Id, StringComparer.Ordinal);

    [Fact]
    public async Task Bodies_OfAnyKind_NeverFailOnOurSide()
    {
        var input = new HostileInput(Document, random, api.Id);
        foreach (var operation in Operations.Where(HasBody))
        {
            var schema = BodySchema(operation);
            var bodies = Requests.TakesFiles(operation)
                ? input.Forms()
                : input.Bodies(schema).Concat(input.Mutations(schema, MutationsOfEach));
            foreach (var body in bodies)
            {
                await TryAsync(operation, api.Address(operation.RoutePattern, random), body);
            }
        }
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Addresses_OfAnyKind_NeverFailOnOurSide()
    {
        foreach (var operation in Operations)
        {
            var path = api.Address(operation.RoutePattern, random);
            foreach (var name in Parameters(operation))
            {
                foreach (var text in HostileInput.SomeTexts(random, TextsOfEach))
                {
                    await TryAsync(
                        operation,
                        $"{path}?{name}={Uri.EscapeDataString(text)}",
                        Requests.Some(operation).Content
                    );
                }
            }
            await TryAsync(
                operation,
                Requests.Address(operation.RoutePattern, "bukan-id"),
                Requests.Some(operation).Content
            );
            foreach (var text in HostileInput.SomeTexts(random, TextsOfEach).Where(text => !text.Contains('\0')))
            {
                // A path is cut at dots by every client before it is sent.
                var hostile = text.Contains("..", StringComparison.Ordinal) ? "%2e%2e%2f" : text;
                await TryAsync(
                    operation,
                    api.Address(operation.RoutePattern, random, hostile),
                    Requests.Some(operation).Content
                );
            }
        }
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Headers_OfAnyKind_NeverFailOnOurSide()
    {
        (string Name, string Value)[] headers =
        [
            ("If-Match", "*"),
            ("If-Match", "W/\"x\", \"99999999999999\""),
            ("If-None-Match", "\"\u0001"),
            ("Idempotency-Key", new string('k', 5_000)),
            ("Accept-Language", "xx-YY;q=9, \u0001"),
            ("Content-Type", "application/json; charset=klingon"),
            ("Content-Type", "multipart/form-data; boundary=" + new string('b', 500)),
            ("Content-Type", "///"),
            ("Cookie", "pionir.session=; XSRF-TOKEN=%00; =x"),
            ("Authorization", "Bearer \u0001\u0002"),
            ("X-Forwarded-For", "not an address"),
        ];
        foreach (var operation in Operations)
        {
            foreach (var (name, value) in headers)
            {
                var content = HasBody(operation) ? new ByteArrayContent("{}"u8.ToArray()) : null;
                content?.Headers.TryAddWithoutValidation(
                    "Content-Type",
                    name == "Content-Type" ? value : "application/json"
                );
                await TryAsync(
                    operation,
                    api.Address(operation.RoutePattern, random),
                    content,
                    name == "Content-Type" ? null : (name, value)
                );
            }
            // A body where none is expected, and none where one is.
            await TryAsync(
                operation,
                api.Address(operation.RoutePattern, random),
                HasBody(operation) ? null : new StringContent("x")
            );
        }
        failures.ShouldBeEmpty();
    }

    private async Task TryAsync(
        RouteEndpoint operation,
        string address,
        HttpContent? content,
        (string Name, string Value)? header = null
    )
    {
        using var request = Requests.Some(operation);
        request.RequestUri = new Uri(address, UriKind.Relative);
        request.Content = content;
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        if (header is { } one)
        {
            request.Headers.Remove(one.Name);
            request.Headers.TryAddWithoutValidation(one.Name, one.Value);
        }
        var sent = content is null or MultipartContent
            ? ""
            : Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync());
        using var response = await api.Client(api.User).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (await DefectAsync(operation, response) is { } defect)
        {
            failures.Add(
                $"{MatrixFixture.Id(operation)} {Short(address)} {header} {Short(sent)}: {(int)response.StatusCode} {defect}"
            );
        }
    }

    /// <summary>What is wrong with the answer, however the request was; null when nothing is.</summary>
    private static async Task<string?> DefectAsync(RouteEndpoint operation, HttpResponseMessage response)
    {
        // The token endpoint speaks the language of its standard (RFC 6749 5.2).
        if ((int)response.StatusCode < 400 || MatrixFixture.Id(operation) == "IssueToken")
        {
            return (int)response.StatusCode < 500 ? null : "fails";
        }
        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode >= 500)
        {
            return text;
        }
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return "is no problem document";
        }
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        return
            problem.GetProperty("code").GetString() is { Length: > 0 }
            && problem.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            && errors.GetArrayLength() > 0
            && errors.EnumerateArray().All(error => IsToldIn(error, "id") && IsToldIn(error, "en"))
            ? null
            : $"does not say in both languages what is wrong: {text}";
    }

    private static bool IsToldIn(JsonElement error, string language) =>
        new[] { "title", "detail" }.All(part =>
            error.GetProperty(language).GetProperty(part).GetString() is { Length: > 0 } words && !Gap().IsMatch(words)
        );

    private static string Short(string text) => text.Length > 400 ? text[..400] + "…" : text;

    private static bool HasBody(RouteEndpoint operation) =>
        operation.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    private static JsonNode? BodySchema(RouteEndpoint operation) =>
        Find(operation)?["requestBody"]?["content"]?["application/json"]?["schema"];

    private static IEnumerable<string> Parameters(RouteEndpoint operation) =>
        (Find(operation)?["parameters"]?.AsArray() ?? [])
            // One that many share stands elsewhere: it is a header.
            .Where(parameter => parameter!["in"]?.GetValue<string>() == "query")
            .Select(parameter => parameter!["name"]!.GetValue<string>());

    private static JsonNode? Find(RouteEndpoint operation) =>
        Document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(method => method.Value)
            .FirstOrDefault(found => found?["operationId"]?.GetValue<string>() == MatrixFixture.Id(operation));

    private static string DocumentFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../src/Api/OpenApi/openapi.json"));

    /// <summary>A place in a text that was not filled.</summary>
    [GeneratedRegex(@"\{[a-z]\w*\}")]
    private static partial Regex Gap();
}
