using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Pionir.Api.Tests.Security;

/// <summary>Some request for an operation: its method, an address that fits, an empty document.</summary>
internal static class Requests
{
    public static HttpRequestMessage Some(RouteEndpoint operation)
    {
        var method = operation.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        var request = new HttpRequestMessage(new HttpMethod(method), Address(operation.RoutePattern));
        if (method is not ("GET" or "DELETE"))
        {
            request.Content = TakesFiles(operation)
                ? new MultipartFormDataContent { { new StringContent("NIP;Nama"), "file", "berkas.csv" } }
                : new StringContent("{}", Encoding.UTF8, "application/json");
        }
        return request;
    }

    public static bool TakesFiles(RouteEndpoint operation) =>
        operation
            .Metadata.GetMetadata<IAcceptsMetadata>()
            ?.ContentTypes.Any(type => type.StartsWith("multipart/", StringComparison.Ordinal)) == true;

    /// <param name="text">Instead of whatever is no known value.</param>
    public static string Address(
        RoutePattern pattern,
        string? text = null,
        IReadOnlyDictionary<string, string>? values = null
    ) =>
        "/"
        + string.Join(
            '/',
            pattern.PathSegments.Select(segment =>
                string.Concat(segment.Parts.Select(part => Text(part, pattern, text, values)))
            )
        );

    private static string Text(
        RoutePatternPart part,
        RoutePattern pattern,
        string? text,
        IReadOnlyDictionary<string, string>? values
    ) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Uri.EscapeDataString(
                values?.GetValueOrDefault(parameter.Name) ?? text ?? Value(parameter, pattern)
            ),
            _ => "",
        };

    private static string Value(RoutePatternParameterPart parameter, RoutePattern pattern)
    {
        var policies = pattern.ParameterPolicies.GetValueOrDefault(parameter.Name) ?? [];
        return (policies.Count > 0 ? policies[0].Content : null) switch
        {
            "guid" => Guid.NewGuid().ToString(),
            "int" => "2026",
            _ => "x",
        };
    }
}
