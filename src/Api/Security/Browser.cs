using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Pionir.Application.Identity;
using Pionir.Domain.Identity;

namespace Pionir.Api.Security;

/// <summary>The cookies of the browser behind the request.</summary>
internal sealed class Browser(IHttpContextAccessor accessor, IAntiforgery antiforgery) : IBrowser
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no browser.");

    public SignInSessionId? Session =>
        Guid.TryParse(Http.User.FindFirstValue(Schemes.SessionClaim), out var id) ? SignInSessionId.From(id) : null;

    public string? UserAgent => Http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;

    public async Task<AccountId?> AwaitingCodeAsync()
    {
        var result = await Http.AuthenticateAsync(Schemes.AwaitingCode);
        return Guid.TryParse(result.Principal?.FindFirstValue(Schemes.AccountClaim), out var id)
            ? AccountId.From(id)
            : null;
    }

    public Task AwaitCodeAsync(AccountId account) =>
        Http.SignInAsync(
            Schemes.AwaitingCode,
            new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(Schemes.AccountClaim, account.Value.ToString())], Schemes.AwaitingCode)
            )
        );

    public async Task SignInAsync(SignInSession session)
    {
        Claim[] claims =
        [
            new(Schemes.AccountClaim, session.AccountId.Value.ToString()),
            new(Schemes.SessionClaim, session.Id.Value.ToString()),
        ];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Schemes.Session));
        await Http.SignOutAsync(Schemes.AwaitingCode);
        await Http.SignInAsync(Schemes.Session, principal);
        // Anti-forgery tokens are bound to who is signed in: the page needs a new one with this answer.
        Http.User = principal;
        AntiforgeryGate.SendToken(Http, antiforgery);
    }

    public async Task SignOutAsync()
    {
        await Http.SignOutAsync(Schemes.AwaitingCode);
        await Http.SignOutAsync(Schemes.Session);
        Http.Response.Cookies.Delete(AntiforgeryGate.TokenCookie);
    }
}
