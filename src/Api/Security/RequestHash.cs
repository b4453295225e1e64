using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Pionir.Api.Security;

/// <summary>Whether two requests ask for the same: method, address and what is in the body.</summary>
internal static class RequestHash
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Leaves the body where it was, to be read by the endpoint.</summary>
    public static async Task<string> OfAsync(HttpRequest request)
    {
        request.EnableBuffering();
        var hash =
            request.HasFormContentType && BoundaryOf(request) is { } boundary
                ? await OfPartsAsync(request, boundary)
                : null;
        request.Body.Position = 0;
        if (hash is null)
        {
            using var whole = Begin(request);
            await AppendAsync(whole, request.Body, request.HttpContext.RequestAborted);
            hash = Convert.ToHexStringLower(whole.GetHashAndReset());
            request.Body.Position = 0;
        }
        return hash;
    }

    /// <summary>
    /// A browser that sends a form again marks off its parts anew, so names and contents are compared and not the bytes
    /// as they came. Null for a form that is none: the endpoint refuses it.
    /// </summary>
    private static async Task<string?> OfPartsAsync(HttpRequest request, string boundary)
    {
        var aborted = request.HttpContext.RequestAborted;
        using var hash = Begin(request);
        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            while (await parts.ReadNextSectionAsync(aborted) is { } part)
            {
                using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                await AppendAsync(content, part.Body, aborted);
                hash.AppendData(Encoding.UTF8.GetBytes($"{part.ContentDisposition}\n{part.ContentType}\n"));
                hash.AppendData(content.GetHashAndReset());
            }
        }
        catch (Exception broken) when (broken is (IOException or InvalidDataException) and not BadHttpRequestException)
        {
            return null;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString()
            : null;

    private static IncrementalHash Begin(HttpRequest request)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        return hash;
    }

    private static async Task AppendAsync(IncrementalHash hash, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            hash.AppendData(buffer, 0, read);
        }
    }
}
