using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pionir.Api.Errors;
using Pionir.Application.Common.Files;
using Pionir.Domain.Common;

namespace Pionir.Api.Http;

/// <summary>Uploaded files on their way out: as downloads, or shown in a place where nothing in them can act.</summary>
public static class FileAnswers
{
    private static readonly HashSet<string> Shown = ["application/pdf", "image/png", "image/jpeg"];

    /// <summary>Browsers do not start their PDF viewer in a sandbox, and it runs no script of ours either way.</summary>
    private const string PdfPolicy = "default-src 'none'; object-src 'self'; frame-ancestors 'self'";
    private const string ImagePolicy = "default-src 'none'; sandbox; frame-ancestors 'self'";

    /// <param name="preview">Shown in the page when the browser can; everything else stays a download.</param>
    public static Results<FileStreamHttpResult, JsonHttpResult<Problem>> ToFile(
        this Result<FileContent> result,
        HttpContext context,
        bool preview
    )
    {
        if (!result.IsSuccess)
            return Problems.From(result.Errors);
        var file = result.Value;
        var inline = preview && Shown.Contains(file.ContentType);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = file.ContentType == "application/pdf" ? PdfPolicy : ImagePolicy;
        headers.XFrameOptions = "SAMEORIGIN";
        headers.CacheControl = "private, no-cache";
        return TypedResults.File(
            file.Content,
            file.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""),
            enableRangeProcessing: true
        );
    }
}
