using System.Net.Mime;
using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Common;

namespace Pionir.Api.Endpoints;

/// <summary>Certificates as Open Badges 3.0 credentials, and what a verifier needs beside them.</summary>
public sealed class CredentialsEndpoints : IEndpoints
{
    /// <summary>What JSON-LD processors ask for; the newer application/vc is refused by those in use.</summary>
    private const string ContentType = "application/ld+json";

    /// <summary>A revocation is seen within the minute, as on the verification page.</summary>
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Keys = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder api)
    {
        var open = api.MapGroup("/public").WithTags("Credentials");
        open.MapGet("/certificates/{token}/credential", GetAsync)
            .WithName(nameof(GetCredential))
            .WithSummary("Get a certificate as a signed Open Badges 3.0 credential, by the token of its QR code")
            .WithDescription(
                "JSON-LD with an eddsa-rdfc-2022 proof; the same each time, unless the key that signed it was withdrawn: "
                    + "then it is signed again with today's. Of a certificate that ended before anybody asked there is "
                    + "none, and none any more of one that ended and whose key was withdrawn. Refusals: "
                    + "certificate.not_verified, already_revoked, already_replaced, not_intact, credential_differs, "
                    + "credential_key_withdrawn."
            )
            .ProducesFile(ContentType);
        open.MapGet("/credential-status/{number:int}", GetStatusListAsync)
            .WithName(nameof(GetCredentialStatusList))
            .WithSummary("Get a list of bits that says which credentials were revoked or replaced")
            .WithDescription(
                "A signed Bitstring Status List (W3C) of 131,072 bits. May be kept for 30 seconds; answers 304 to "
                    + "If-None-Match. Refusals: certificate.status_list_unknown."
            )
            .ProducesFile(ContentType);
        open.MapGet("/issuer", GetIssuerAsync)
            .WithName(nameof(GetIssuer))
            .WithSummary("Get who issues the credentials, and all keys that ever signed them")
            .ProducesFile(ContentType);
        api.MapGet("/certificates/{id:guid}/credential", DownloadAsync)
            .WithTags("Certificates")
            .WithName(nameof(DownloadCredential))
            .WithSummary("Download the signed Open Badges 3.0 credential beside the paper")
            .WithDescription(
                "For its holder and whoever may see the certificate. Refusals: certificate.not_found, already_revoked, "
                    + "already_replaced, not_intact, credential_differs, credential_key_withdrawn."
            )
            .ProducesFile(ContentType);
    }

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> GetAsync(
        string token,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) => Answer(await mediator.Send(new GetCredential(token), cancellationToken), http, Keys);

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> GetStatusListAsync(
        int number,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) => Answer(await mediator.Send(new GetCredentialStatusList(number), cancellationToken), http, Brief);

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> GetIssuerAsync(
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) => Answer(await mediator.Send(new GetIssuer(), cancellationToken), http, Keys);

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        Guid id,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var file = await mediator.Send(new DownloadCredential(id), cancellationToken);
        return file.IsSuccess
            ? TypedResults.File(file.Value.Content, MediaTypeNames.Application.Json, file.Value.FileName)
            : Problems.From(file.Errors);
    }

    private static Results<FileContentHttpResult, JsonHttpResult<Problem>> Answer(
        Result<byte[]> document,
        HttpContext http,
        TimeSpan keep
    )
    {
        var headers = http.Response.Headers;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        // Wallets and verifiers run in browsers too, on addresses of their own; no cookie of ours goes with such a question.
        headers.AccessControlAllowOrigin = "*";
        if (!document.IsSuccess)
            return Problems.From(document.Errors);
        http.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = keep };
        return TypedResults.File(
            document.Value,
            ContentType,
            entityTag: new EntityTagHeaderValue(
                $"\"{Convert.ToHexStringLower(SHA256.HashData(document.Value).AsSpan(0, 16))}\""
            )
        );
    }
}
