using Microsoft.AspNetCore.Antiforgery;
using Pionir.Api.Errors;
using Pionir.Domain.Common;

namespace Pionir.Api.Security;

/// <summary>
/// A changing request that comes with the session cookie must also carry a header that only our own page can set.
/// Requests with a token in the Authorization header need none: a foreign page cannot send that header.
/// </summary>
internal static class AntiforgeryGate
{
    public const string Header = "X-XSRF-TOKEN";

    /// <summary>Readable by the page's script, which Angular copies into the header.</summary>
    public const string TokenCookie = "XSRF-TOKEN";

    private static readonly Error Missing = Error.Forbidden("access.forgery_token");

    public static void SendToken(HttpContext http, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        http.Response.Cookies.Append(
            TokenCookie,
            tokens.RequestToken!,
            new CookieOptions
            {
                HttpOnly = false,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                Path = "/",
            }
        );
    }

    public static void UseAntiforgeryGate(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
                if (NeedsToken(http) && !await antiforgery.IsRequestValidAsync(http))
                {
                    await Problems.From([Missing]).ExecuteAsync(http);
                    return;
                }
                await next(http);
            }
        );

    private static bool NeedsToken(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: Schemes.Session }
        && !HttpMethods.IsGet(http.Request.Method)
        && !HttpMethods.IsHead(http.Request.Method)
        && !HttpMethods.IsOptions(http.Request.Method);
}
