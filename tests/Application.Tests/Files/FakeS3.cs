using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pionir.Application.Tests.Files;

/// <summary>As much of an S3 service as files are kept with: signed PUT, GET with ranges, HEAD, DELETE and the list.</summary>
internal sealed class FakeS3 : IAsyncDisposable
{
    public const string Bucket = "berkas";
    private readonly WebApplication app;

    public FakeS3()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public ConcurrentDictionary<string, (byte[] Content, string? Type, DateTime At)> Objects { get; } = new();
    public ConcurrentQueue<string> Ranges { get; } = new();

    /// <summary>Breaks off the next answer after that many bytes.</summary>
    public int? BreakAfter { get; set; }
    public string Address => app.Urls.First();

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        if (!http.Request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
            return RefuseAsync(http, StatusCodes.Status403Forbidden, "AccessDenied");
        var key = http.Request.Path.Value![$"/{Bucket}".Length..].TrimStart('/');
        return (http.Request.Method, key) switch
        {
            ("PUT", _) => PutAsync(http, key),
            ("GET", "") => ListAsync(http),
            ("DELETE", _) => DeleteAsync(http, key),
            _ => GetAsync(http, key),
        };
    }

    private async Task PutAsync(HttpContext http, string key)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.ToArray()));
        var promised = http.Request.Headers["x-amz-content-sha256"].ToString();
        if (promised != hash && promised != "UNSIGNED-PAYLOAD")
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "XAmzContentSHA256Mismatch");
            return;
        }
        Objects[key] = (body.ToArray(), http.Request.ContentType, DateTime.UtcNow);
        http.Response.Headers.ETag = $"\"{hash[..32]}\"";
    }

    private Task DeleteAsync(HttpContext http, string key)
    {
        Objects.TryRemove(key, out _);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task GetAsync(HttpContext http, string key)
    {
        if (!Objects.TryGetValue(key, out var found))
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, "NoSuchKey");
            return;
        }
        var part = found.Content.AsMemory();
        var range = http.Request.Headers.Range.ToString();
        if (range.Length > 0)
        {
            Ranges.Enqueue(range);
            var from = int.Parse(
                range["bytes=".Length..range.IndexOf('-', StringComparison.Ordinal)],
                CultureInfo.InvariantCulture
            );
            part = part[from..];
            http.Response.StatusCode = StatusCodes.Status206PartialContent;
            http.Response.Headers.ContentRange = $"bytes {from}-{found.Content.Length - 1}/{found.Content.Length}";
        }
        http.Response.ContentType = found.Type;
        http.Response.ContentLength = part.Length;
        http.Response.Headers.LastModified = found.At.ToString("R", CultureInfo.InvariantCulture);
        if (http.Request.Method == "HEAD")
            return;
        if (BreakAfter is { } bytes)
        {
            BreakAfter = null;
            await http.Response.Body.WriteAsync(part[..bytes]);
            await http.Response.Body.FlushAsync();
            http.Abort();
            return;
        }
        await http.Response.Body.WriteAsync(part);
    }

    private Task ListAsync(HttpContext http)
    {
        var prefix = http.Request.Query["prefix"].ToString();
        var lines = Objects
            .Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(one =>
                $"<Contents><Key>{one.Key}</Key><LastModified>{one.Value.At:yyyy-MM-ddTHH:mm:ss.fffZ}</LastModified><Size>{one.Value.Content.Length}</Size></Contents>"
            );
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync(
            $"<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>{Bucket}</Name><IsTruncated>false</IsTruncated>{string.Concat(lines)}</ListBucketResult>"
        );
    }

    private static Task RefuseAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync($"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }
}
