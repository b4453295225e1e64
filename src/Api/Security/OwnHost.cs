using Pionir.Api.Errors;
using Pionir.Domain.Common;

namespace Pionir.Api.Security;

/// <summary>
/// Answers under the name of <see cref="PublicAddress"/>, and to this machine itself. Health and metrics answer under any
/// name: proxies and monitors ask each instance by its own address.
/// </summary>
internal static class OwnHost
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void UseOwnHost(this WebApplication app)
    {
        if (PublicAddress.Configured(app.Configuration) is not { } address)
        {
            return;
        }
        var own = ThisMachine.Append(address.Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var refusal = Error.Invalid(
            "request.foreign_host",
            null,
            ("address", address.GetLeftPart(UriPartial.Authority))
        );
        app.Use(
            (http, next) =>
                own.Contains(http.Request.Host.Host)
                || http.Request.Path.StartsWithSegments("/health")
                || http.Request.Path.StartsWithSegments("/metrics")
                    ? next(http)
                    : Problems.From([refusal]).ExecuteAsync(http)
        );
    }
}
