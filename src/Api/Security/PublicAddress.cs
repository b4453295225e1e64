using Pionir.Application.Identity;
using Pionir.Infrastructure.Common;

namespace Pionir.Api.Security;

/// <summary>
/// As configured. Only where nothing is real (demo, tests, development) may it follow from the request: elsewhere a forged
/// Host header would stand in our mails, with somebody's link for a new password behind it.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IHttpContextAccessor accessor) : IPublicAddress
{
    public const string Setting = "PublicAddress";
    private const string Fallback = "http://localhost";

    public Uri Of(string path) => new(Configured(configuration) ?? FromRequest(), path);

    public static Uri? Configured(IConfiguration configuration) =>
        Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.PathAndQuery == "/"
            ? address
            : null;

    /// <returns>Empty when an installation may start; else what its operator has to do.</returns>
    public static string? Missing(IConfiguration configuration, IHostEnvironment environment) =>
        Configured(configuration) is not null
        || (string.IsNullOrEmpty(configuration[Setting]) && Playground.Is(environment))
            ? null
            : $"{Setting} must say under which address people reach this installation, without a path: set it, for example "
                + $"{Setting}=https://pionir.instansi.go.id, and start again. It stands in mails and on certificates.";

    private Uri FromRequest() =>
        new(accessor.HttpContext is { } http ? $"{http.Request.Scheme}://{http.Request.Host}" : Listening());

    /// <summary>Nobody asks while demo data is made; its mails should still lead somewhere.</summary>
    private string Listening() =>
        Uri.TryCreate(configuration["urls"]?.Split(';')[0], UriKind.Absolute, out var own)
            ? own.GetLeftPart(UriPartial.Authority)
            : Fallback;
}
