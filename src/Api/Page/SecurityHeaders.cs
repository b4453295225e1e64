namespace Pionir.Api.Page;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    public const string NoncePlaceholder = "__CSP_NONCE__";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                // At the last moment, because an unexpected error clears what was set before.
                context.Response.OnStarting(() => Set(context));
                return next(context);
            }
        );

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers.XFrameOptions.Count == 0)
        {
            // Not a document that our own page shows in a frame.
            headers.XFrameOptions = "DENY";
        }
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The camera reads the QR code of a session; nothing else of the device is needed.
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            // Answers of the API are data: were one ever shown as a page, nothing in it may run.
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        }
        if (headers.CacheControl.Count == 0 && context.Request.Path.StartsWithSegments("/api"))
        {
            // Personal data stays in no cache, neither of a proxy nor of a shared machine, unless an answer says otherwise.
            headers.CacheControl = "no-store";
        }
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
        return Task.CompletedTask;
    }

    /// <summary>Scripts come from files only; styles from files and from Angular, which marks its own with the nonce.</summary>
    public static string PagePolicy(string nonce) =>
        string.Join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            $"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            // A document just chosen or downloaded is shown before it is sent or kept.
            "frame-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'"
        );
}
