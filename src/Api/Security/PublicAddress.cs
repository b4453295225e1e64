using Pionir.Application.Identity;

namespace Pionir.Api.Security;

/// <summary>
/// As configured; else as the request came. Behind a proxy it must be configured: a forged Host header would
/// otherwise stand in our mails.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IHttpContextAccessor accessor) : IPublicAddress
{
    private const string Fallback = "http://localhost";

    public Uri Of(string path) => new(new Uri(configuration["PublicAddress"] ?? FromRequest()), path);

    private string FromRequest() =>
        accessor.HttpContext is { } http ? $"{http.Request.Scheme}://{http.Request.Host}" : Fallback;
}
