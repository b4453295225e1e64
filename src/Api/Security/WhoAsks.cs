using System.Security.Claims;
using Pionir.Application.Common.Access;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Identity;

namespace Pionir.Api.Security;

/// <summary>From the cookie's session to the person behind it, with the rights of this moment.</summary>
internal static class WhoAsks
{
    public static void UseWhoAsks(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var current = http.RequestServices.GetRequiredService<CurrentUser>();
                current.ComesFrom(http.Connection.RemoteIpAddress?.ToString());
                if (http.User.Identity?.AuthenticationType == Schemes.Session && !await FindAsync(http, current))
                {
                    // The session has ended elsewhere, or its owner has left: the cookie opens nothing any more.
                    http.User = new ClaimsPrincipal(new ClaimsIdentity());
                }
                await next(http);
            }
        );

    private static async Task<bool> FindAsync(HttpContext http, CurrentUser current)
    {
        var access = http.RequestServices.GetRequiredService<IAccessDirectory>();
        if (
            !Guid.TryParse(http.User.FindFirstValue(Schemes.SessionClaim), out var session)
            || await access.OfSessionAsync(SignInSessionId.From(session), http.RequestAborted) is not { } account
        )
        {
            return false;
        }
        if (!account.HasTwoFactor && http.RequestServices.GetRequiredService<SecondStepRule>().Demands(account.Rights))
        {
            current.BecomeWithoutSecondStep(account.Id.Value, account.Name);
            return true;
        }
        var units = http.RequestServices.GetRequiredService<IUnitTree>();
        var tree = await units.ReadAsync(http.RequestAborted);
        current.Become(
            account.Id.Value,
            account.Name,
            account.EmployeeId is { } employee ? new(employee) : null,
            account.Rights.Permissions,
            permission => ScopeOf(account.Rights, permission, tree)
        );
        return true;
    }

    private static UnitScope ScopeOf(AccessRights rights, Permission permission, UnitTree tree) =>
        rights.HoldsEverywhere(permission)
            ? UnitScope.All
            : new UnitScope(false, tree.WithDescendants(rights.UnitsOf(permission)));
}
