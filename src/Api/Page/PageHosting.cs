using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.ResponseCompression;

namespace Pionir.Api.Page;

/// <summary>Serves the built page from the web root, on the same origin as the API; without one, there is only the API.</summary>
internal static partial class PageHosting
{
    /// <summary>Certificates are nobody's business but of those who hold the paper; no search engine may list them.</summary>
    private static readonly PathString[] Unlisted = ["/v", "/verify", "/j", "/participation"];

    /// <summary>Answers from the browser's cache when the server is away (client: core/shell-cache.ts).</summary>
    private const string Worker = "worker.js";

    public static void AddPionirPage(this IServiceCollection services) =>
        services.AddResponseCompression(options =>
        {
            // Files only: answers of the API may hold a secret beside what a stranger chose (BREACH).
            options.MimeTypes = ["text/javascript", "text/css", "image/svg+xml", "font/ttf"];
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });

    public static void UsePionirPage(this WebApplication app)
    {
        if (Directory.Exists(app.Environment.WebRootPath))
        {
            app.UseResponseCompression();
            app.UseStaticFiles(
                new StaticFileOptions { OnPrepareResponse = file => Prepare(file.File.Name, file.Context.Response) }
            );
        }
        var index = new Lazy<string?>(() => ReadIndex(app.Environment));
        // HEAD, too: so monitoring asks whether the page is there.
        foreach (var path in (string[])["/", "/index.html"])
        {
            app.MapMethods(
                    path,
                    [HttpMethods.Get, HttpMethods.Head],
                    (RequestDelegate)(context => ShowAsync(context, index.Value))
                )
                .ExcludeFromDescription();
        }
        var files = new Lazy<string[]>(() => [.. ReadFiles(app.Environment.WebRootPath)]);
        app.MapGet(
                "/page-files.json",
                context =>
                {
                    context.Response.Headers.CacheControl = "no-cache";
                    return context.Response.WriteAsJsonAsync(files.Value);
                }
            )
            .ExcludeFromDescription();
        // Addresses inside the page are the page's business; a missing file or API path is simply missing.
        app.MapFallback("{*path:nonfile:regex(^(?!api(/|$)))}", context => ShowAsync(context, index.Value))
            .ExcludeFromDescription();
    }

    private static void Prepare(string name, HttpResponse response)
    {
        response.Headers.CacheControl = HashInName().IsMatch(name) ? "public, max-age=31536000, immutable" : "no-cache";
        // Its own policy, not that of the page, says whom a worker may ask.
        if (name == Worker)
            response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'";
    }

    /// <summary>What a browser must have to show the page without the server.</summary>
    private static IEnumerable<string> ReadFiles(string root) =>
        Directory.Exists(root)
            ? Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => "/" + Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => Path.GetExtension(file) is not (".html" or ".txt" or ".map") && file != "/" + Worker)
                .Order(StringComparer.Ordinal)
            : [];

    private static async Task ShowAsync(HttpContext context, string? index)
    {
        if (index is null || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (Unlisted.Any(path => context.Request.Path.StartsWithSegments(path)))
            context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy(nonce);
        await context.Response.WriteAsync(
            index.Replace(SecurityHeaders.NoncePlaceholder, nonce, StringComparison.Ordinal),
            context.RequestAborted
        );
    }

    private static string? ReadIndex(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("index.html");
        if (!file.Exists)
        {
            return null;
        }
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    /// <summary>The build names a file after its content: another content has another name.</summary>
    [GeneratedRegex(@"-[A-Z0-9]{8}\.\w+$")]
    private static partial Regex HashInName();
}
