namespace Pionir.Api.Security;

/// <summary>Names of the ways to say who one is.</summary>
internal static class Schemes
{
    /// <summary>A browser: session cookie.</summary>
    public const string Session = "session";

    /// <summary>A browser between password and code.</summary>
    public const string AwaitingCode = "awaiting-code";

    /// <summary>An API client: opaque bearer token.</summary>
    public const string Token = "token";

    /// <summary>Chooses between session and token by the request.</summary>
    public const string Any = "any";

    public const string AccountClaim = "sub";
    public const string SessionClaim = "sid";
}
