using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

/// <summary>Broken, hostile or huge input to every operation is refused aloud; nothing of it is our own failure.</summary>
public sealed class HostileInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Seed = 20261122;
    private static readonly JsonObject Document = JsonNode.Parse(File.ReadAllText(DocumentFile()))!.AsObject();

    private IEnumerable<RouteEndpoint> Operations =>
        api
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => MatrixFixture.Id(endpoint) is not null)
            .OrderBy(MatrixFixture.Id, StringComparer.Ordinal);

    [Fact]
    public async Task Bodies_OfAnyKind_NeverFailOnOurSide()
    {
        var input = new HostileInput(Document, Seed);
        var failures = new List<string>();
        foreach (var operation in Operations.Where(HasBody))
        {
            var bodies = Requests.TakesFiles(operation) ? input.Forms() : input.Bodies(BodySchema(operation));
            foreach (var body in bodies)
            {
                var request = Requests.Some(operation);
                request.Content = body;
                await TryAsync(operation, request, failures);
            }
        }
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Addresses_OfAnyKind_NeverFailOnOurSide()
    {
        var failures = new List<string>();
        foreach (var operation in Operations)
        {
            var names = Parameters(operation).ToList();
            foreach (var text in HostileInput.Texts.Where(text => text != "\ud800"))
            {
                var request = Requests.Some(operation);
                var query = string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(text)}"));
                var path = Requests.Address(
                    operation.RoutePattern,
                    Strings(operation) && !text.Contains('\0') ? text : null
                );
                request.RequestUri = new Uri($"{path}?{query}", UriKind.Relative);
                await TryAsync(operation, request, failures);
            }
        }
        failures.ShouldBeEmpty();
    }

    private async Task TryAsync(RouteEndpoint operation, HttpRequestMessage request, List<string> failures)
    {
        var sent = request.Content is null or MultipartContent ? "" : await request.Content.ReadAsStringAsync();
        using var response = await api.Client(TestUser.Everything)
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)response.StatusCode;
        var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json";
        // The token endpoint speaks the language of its standard (RFC 6749 5.2).
        if (status >= 500 || (status >= 400 && !isProblem && MatrixFixture.Id(operation) != "IssueToken"))
        {
            failures.Add(
                $"{MatrixFixture.Id(operation)} {request.RequestUri} {sent[..Math.Min(sent.Length, 300)]}: {status}"
            );
        }
    }

    private static bool HasBody(RouteEndpoint operation) =>
        operation.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    private static bool Strings(RouteEndpoint operation) =>
        operation.RoutePattern.ParameterPolicies.Count < operation.RoutePattern.Parameters.Count;

    private static JsonNode? BodySchema(RouteEndpoint operation) =>
        Find(operation)?["requestBody"]?["content"]?["application/json"]?["schema"];

    private static IEnumerable<string> Parameters(RouteEndpoint operation) =>
        (Find(operation)?["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["in"]!.GetValue<string>() == "query")
            .Select(parameter => parameter!["name"]!.GetValue<string>());

    private static JsonNode? Find(RouteEndpoint operation) =>
        Document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(method => method.Value)
            .FirstOrDefault(found => found?["operationId"]?.GetValue<string>() == MatrixFixture.Id(operation));

    private static string DocumentFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../src/Api/OpenApi/openapi.json"));
}
