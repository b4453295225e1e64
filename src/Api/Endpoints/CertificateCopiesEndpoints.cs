using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>How the certificates of a batch reach people: printed together, or by mail.</summary>
public sealed class CertificateCopiesEndpoints : IEndpoints
{
    /// <param name="Rows">Everyone whose mail bounced or failed when empty.</param>
    public sealed record LinksBody(IReadOnlyList<LinkToSend>? Rows);

    public static void Map(IEndpointRouteBuilder api)
    {
        var batches = api.MapGroup("/certificate-batches/{id:guid}").WithTags("CertificateBatches");
        batches
            .MapGet("/print-copy", DownloadAsync)
            .WithName(nameof(DownloadMergedCertificates))
            .WithSummary("The valid certificates of a batch as one PDF for printing, made while it is sent")
            .WithDescription(
                "In the order of their numbers, with an outline. Not signed: the originals are the single files. Replaced ones "
                    + "give way to those that replaced them; revoked ones, and those that their signer has not signed yet, are "
                    + "left out. Between its parts stand comments `%<printed> <left out> <all>`, by which a page can tell how far "
                    + "it is. `positions` chooses up to 200 rows, `mail` those whose mail stands so. Refusals: "
                    + "certificate_batch.not_found, certificate_batch.nothing_to_print."
            )
            .ProducesFile(MediaTypeNames.Application.Pdf);
        batches
            .MapPost("/links", SendAsync)
            .WithName(nameof(SendCertificateLinks))
            .WithSummary("Mail holders from outside their link again, to a better address where one is given")
            .WithDescription(
                "Links sent before stop working. What is still on its way to the same address is not sent again. Refusals: "
                    + "certificate_batch.not_found, certificate_batch.nothing_to_send."
            );
    }

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        Guid id,
        bool? bothSides,
        int[]? positions,
        CertificateMailState? mail,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var merged = await mediator.Send(
            new DownloadMergedCertificates(id, bothSides ?? false, positions, mail),
            cancellationToken
        );
        return merged.IsSuccess
            ? TypedResults.Stream(
                stream => WriteAsync(stream, merged.Value, cancellationToken),
                MediaTypeNames.Application.Pdf,
                merged.Value.FileName
            )
            : Problems.From(merged.Errors);
    }

    private static async Task WriteAsync(Stream target, MergedCertificates merged, CancellationToken cancellationToken)
    {
        await foreach (var part in merged.Parts.WithCancellation(cancellationToken))
        {
            await target.WriteAsync(part, cancellationToken);
            await target.FlushAsync(cancellationToken);
        }
    }

    private static async Task<Results<Ok<CertificateLinksSent>, JsonHttpResult<Problem>>> SendAsync(
        Guid id,
        LinksBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new SendCertificateLinks(id, body.Rows), cancellationToken)).ToOk();
}
