using System.Text;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Http;
using Pionir.Application.Identity.Commands;

namespace Pionir.Api.Endpoints;

/// <summary>
/// OAuth 2.0 client credentials (RFC 6749 4.4). Speaks that standard's own dialect: form in, its JSON out, its error
/// codes; every OAuth library of another system then works without knowing us.
/// </summary>
public sealed class TokenEndpoints : IEndpoints
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Basic = "Basic ";

    /// <summary>RFC 6749 5.1.</summary>
    public sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope
    );

    /// <summary>RFC 6749 5.2.</summary>
    public sealed record TokenError(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description
    );

    /// <param name="GrantType">Always client_credentials.</param>
    /// <param name="ClientId">Here, or in the header Authorization: Basic.</param>
    /// <param name="Scope">Separated by blanks; all scopes of the client when left out.</param>
    public sealed record TokenForm(
        [property: JsonPropertyName("grant_type")] string? GrantType,
        [property: JsonPropertyName("client_id")] string? ClientId,
        [property: JsonPropertyName("client_secret")] string? ClientSecret,
        [property: JsonPropertyName("scope")] string? Scope
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/oauth/token", IssueAsync)
            .WithTags("OAuth")
            .WithName(nameof(IssueToken))
            .WithSummary("Get an access token for an API client")
            .WithDescription(
                "Errors as RFC 6749: invalid_request, invalid_client, invalid_scope, unsupported_grant_type."
            )
            .Accepts<TokenForm>(Form)
            .Produces<TokenError>(StatusCodes.Status400BadRequest)
            .Produces<TokenError>(StatusCodes.Status401Unauthorized)
            .DisableAntiforgery();

    private static async Task<Results<Ok<TokenAnswer>, JsonHttpResult<TokenError>>> IssueAsync(
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        // RFC 6749 5.1: what is in the answer must not be kept by anything on the way.
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType)
        {
            return Refuse("invalid_request", $"Send {Form}.");
        }
        var form = await http.Request.ReadFormAsync(cancellationToken);
        if (form["grant_type"] != "client_credentials")
        {
            return Refuse("unsupported_grant_type", "Only client_credentials is supported.");
        }
        if (Credentials(http.Request, form) is not ({ Length: > 0 } id, { Length: > 0 } secret))
        {
            return Refuse("invalid_client", "Send client_id and client_secret.", StatusCodes.Status401Unauthorized);
        }
        var result = await mediator.Send(new IssueToken(id, secret, form["scope"]), cancellationToken);
        if (result.IsSuccess)
        {
            var token = result.Value;
            return TypedResults.Ok(new TokenAnswer(token.AccessToken, "Bearer", token.ExpiresIn, token.Scope));
        }
        if (result.Error == TokenErrors.InvalidScope)
        {
            return Refuse("invalid_scope", "The client may not ask for one of these scopes.");
        }
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"pionir\"";
        return Refuse("invalid_client", "Unknown client or wrong secret.", StatusCodes.Status401Unauthorized);
    }

    private static (string? Id, string? Secret) Credentials(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return (form["client_id"], form["client_secret"]);
        }
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Basic.Length..].Trim(), buffer, out var length))
        {
            return (null, null);
        }
        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : (null, null);
    }

    private static JsonHttpResult<TokenError> Refuse(
        string error,
        string description,
        int status = StatusCodes.Status400BadRequest
    ) => TypedResults.Json(new TokenError(error, description), statusCode: status);
}
