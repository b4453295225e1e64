using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Pionir.Application.Identity;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Identity;

namespace Pionir.Api.Security;

/// <summary>Bearer tokens of API clients (RFC 6750): opaque, so that closing a client ends them at once.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IAccessDirectory access,
    CurrentUser current
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    public static bool IsUsedBy(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsUsedBy(Request))
        {
            return AuthenticateResult.NoResult();
        }
        var token = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        if (await access.OfTokenAsync(token, Context.RequestAborted) is not { } holder)
        {
            Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return AuthenticateResult.Fail("The token is unknown, has run out, or its client was closed.");
        }
        current.Become(
            holder.Id.Value,
            holder.Name,
            employeeId: null,
            ApiScope.Permissions(holder.Scopes),
            _ => Application.Common.Access.UnitScope.All
        );
        var identity = new ClaimsIdentity([new Claim(Schemes.AccountClaim, holder.Id.Value.ToString())], Schemes.Token);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Schemes.Token));
    }
}
