using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Api.Security;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Files;
using Pionir.Domain.Common;

namespace Pionir.Api.Endpoints;

/// <summary>What anybody may ask, without signing in.</summary>
public sealed class CertificateVerificationEndpoints : IEndpoints
{
    /// <summary>What a form adds around the file.</summary>
    private const int FormRoom = 64 * 1024;

    /// <summary>Short, so that a revocation is seen within the minute by whoever looked just before.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);

    public static void Map(IEndpointRouteBuilder api)
    {
        var open = api.MapGroup("/public").WithTags("CertificateVerification");
        open.MapGet("/certificates/{token}", ByTokenAsync)
            .WithName(nameof(VerifyCertificate))
            .WithSummary("Check a certificate by the token of its QR code")
            .WithDescription(
                "Says whether it is valid, revoked (since when and why in a word) or replaced. Tells only what stands on "
                    + "the paper; counts the look, not who looked. May be kept for 30 seconds; answers 304 to "
                    + "If-None-Match. Refusals: certificate.not_verified, not_intact."
            );
        open.MapGet("/certificates", ByNumberAsync)
            .WithName("VerifyCertificateByNumber")
            .WithMetadata(new UseCaseOf(typeof(VerifyCertificate)))
            .WithSummary("Check a certificate by number and name together")
            .WithDescription(
                "Case, accents and degrees in the name do not count. A wrong name answers as a wrong number."
            );
        open.MapPost("/certificates/file", FileAsync)
            .WithName(nameof(VerifyCertificateFile))
            .WithSummary("Check a certificate by its file (PDF)")
            .WithDescription(
                "Says whether the file is byte for byte as it was given out, extended afterwards, changed, or not from here, "
                    + "and what its signatures are worth. The file is not kept. Refusals: file.missing, file.empty, "
                    + "file.too_large, file.kind_not_allowed."
            )
            .WithMetadata(new RequestSizeLimitAttribute(VerifyCertificateFile.BytesMaximum + FormRoom))
            .DisableAntiforgery();
        open.MapGet("/certificate-files/{link}", DownloadAsync)
            .WithName(nameof(DownloadCertificateByLink))
            .WithSummary("Download a certificate by the link that was mailed to an external holder")
            .WithDescription(
                "A browser that cannot have it is sent to a page that says why. Refusal: certificate.link_invalid."
            )
            .ProducesFile(MediaTypeNames.Application.Pdf);
    }

    private static async Task<
        Results<Ok<CertificateVerification>, StatusCodeHttpResult, JsonHttpResult<Problem>>
    > ByTokenAsync(string token, IMediator mediator, HttpContext http, CancellationToken cancellationToken) =>
        Answer(await mediator.Send(new VerifyCertificate(token, null, null), cancellationToken), http);

    private static async Task<
        Results<Ok<CertificateVerification>, StatusCodeHttpResult, JsonHttpResult<Problem>>
    > ByNumberAsync(
        string? number,
        string? name,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) => Answer(await mediator.Send(new VerifyCertificate(null, number, name), cancellationToken), http);

    /// <param name="file">The PDF as it was received.</param>
    private static async Task<Results<Ok<CertificateFileVerification>, JsonHttpResult<Problem>>> FileAsync(
        IFormFile? file,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        NeverIndexed(http);
        http.Response.Headers.CacheControl = "no-store";
        if (file is null)
            return Problems.From([FileErrors.Missing()]);
        if (file.Length > VerifyCertificateFile.BytesMaximum)
            return Problems.From([FileErrors.TooLarge(file.FileName, VerifyCertificateFile.BytesMaximum)]);
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return (await mediator.Send(new VerifyCertificateFile(file.FileName, content), cancellationToken)).ToOk();
    }

    private static async Task<
        Results<FileContentHttpResult, RedirectHttpResult, JsonHttpResult<Problem>>
    > DownloadAsync(string link, IMediator mediator, HttpContext http, CancellationToken cancellationToken)
    {
        NeverIndexed(http);
        http.Response.Headers.CacheControl = "private, no-store";
        var paper = await mediator.Send(new DownloadCertificateByLink(link), cancellationToken);
        if (paper.IsSuccess)
            return TypedResults.File(paper.Value.Content, "application/pdf", paper.Value.FileName);
        // A person who followed the link in the mail reads why on a page; behind the # the link stays out of every log.
        return http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? TypedResults.Redirect($"/certificate-file#{Uri.EscapeDataString(link)}")
            : Problems.From(paper.Errors);
    }

    private static Results<Ok<CertificateVerification>, StatusCodeHttpResult, JsonHttpResult<Problem>> Answer(
        Result<CertificateVerification> result,
        HttpContext http
    )
    {
        NeverIndexed(http);
        if (!result.IsSuccess)
        {
            http.Response.Headers.CacheControl = "no-store";
            return Problems.From(result.Errors);
        }
        var version = Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(result.Value)).AsSpan(0, 16)
        );
        return http.IsFresh(version, isPublic: true, Keep)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(result.Value);
    }

    private static void NeverIndexed(HttpContext http) => http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
}
