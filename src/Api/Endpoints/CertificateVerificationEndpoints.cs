using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Api.Security;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Common;

namespace Pionir.Api.Endpoints;

/// <summary>What anybody may ask, without signing in.</summary>
public sealed class CertificateVerificationEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var open = api.MapGroup("/public").WithTags("CertificateVerification");
        open.MapGet("/certificates/{token}", ByTokenAsync)
            .WithName(nameof(VerifyCertificate))
            .WithSummary("Check a certificate by the token of its QR code")
            .WithDescription(
                "Says whether it is valid, revoked (since when and why in a word) or replaced. Tells only what stands on "
                    + "the paper; counts the look, not who looked. Refusals: certificate.not_verified."
            );
        open.MapGet("/certificates", ByNumberAsync)
            .WithName("VerifyCertificateByNumber")
            .WithMetadata(new UseCaseOf(typeof(VerifyCertificate)))
            .WithSummary("Check a certificate by number and name together")
            .WithDescription(
                "Case, accents and degrees in the name do not count. A wrong name answers as a wrong number."
            );
        open.MapGet("/certificate-files/{link}", DownloadAsync)
            .WithName(nameof(DownloadCertificateByLink))
            .WithSummary("Download a certificate by the link that was mailed to an external holder")
            .ProducesFile(MediaTypeNames.Application.Pdf);
    }

    private static async Task<Results<Ok<CertificateVerification>, JsonHttpResult<Problem>>> ByTokenAsync(
        string token,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) => Answer(await mediator.Send(new VerifyCertificate(token, null, null), cancellationToken), http);

    private static async Task<Results<Ok<CertificateVerification>, JsonHttpResult<Problem>>> ByNumberAsync(
        string? number,
        string? name,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) => Answer(await mediator.Send(new VerifyCertificate(null, number, name), cancellationToken), http);

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        string link,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        NeverIndexed(http);
        http.Response.Headers.CacheControl = "private, no-store";
        var paper = await mediator.Send(new DownloadCertificateByLink(link), cancellationToken);
        return paper.IsSuccess
            ? TypedResults.File(paper.Value.Content, "application/pdf", paper.Value.FileName)
            : Problems.From(paper.Errors);
    }

    private static Results<Ok<CertificateVerification>, JsonHttpResult<Problem>> Answer(
        Result<CertificateVerification> result,
        HttpContext http
    )
    {
        NeverIndexed(http);
        // Short, so that a revocation is seen within the minute.
        http.Response.Headers.CacheControl = result.IsSuccess ? "public, max-age=30" : "no-store";
        return result.ToOk();
    }

    private static void NeverIndexed(HttpContext http) => http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
}
