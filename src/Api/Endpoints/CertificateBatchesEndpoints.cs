using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Api.Endpoints;

public sealed class CertificateBatchesEndpoints : IEndpoints
{
    /// <param name="IssuedOn">Date on the certificates; today without it.</param>
    /// <param name="Place">City before the date; from the institution's address without it.</param>
    public sealed record IssueBody(DateOnly? IssuedOn, string? Place);

    /// <param name="PassPhrase">Of the signer's key at the signing service.</param>
    public sealed record SignaturesBody(string? PassPhrase);

    /// <param name="Reason">Kept inside; 10 to 1000 letters.</param>
    public sealed record OutdatedReissueBody(string Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        var training = api.MapGroup("/trainings/{trainingId:guid}/certificates").WithTags("CertificateBatches");
        training
            .MapGet("/preview", PreviewAsync)
            .WithName(nameof(PreviewCertificates))
            .WithSummary("What issuing would do: who gets a certificate, who not and why");
        training
            .MapGet("/preview/file", PreviewFileAsync)
            .WithName(nameof(PreviewCertificate))
            .WithSummary("One certificate as it would be printed, marked as a preview (PDF)")
            .ProducesFile(MediaTypeNames.Application.Pdf);
        training
            .MapPost("/", IssueAsync)
            .WithName(nameof(IssueCertificates))
            .WithSummary("Issue certificates to everyone who passed and has none")
            .WithDescription(
                "Goes on in the background; asked again meanwhile, it joins the batch at work. Refusals: "
                    + "certificate_batch.training_not_completed, certificate_batch.not_issued_here, "
                    + "certificate_batch.nothing_to_issue, certificate_batch.signer_missing, certificate_batch.issued_on_invalid."
            );
        training
            .MapPost("/reissue", ReissueAsync)
            .WithName(nameof(ReissueOutdatedCertificates))
            .WithSummary("Re-issue every certificate that the corrected training made outdated")
            .WithDescription(
                "New numbers, in the order of the old ones; the old papers stay verifiable as replaced. Refusals: "
                    + "certificate_batch.training_not_completed, certificate_batch.nothing_to_reissue, "
                    + "certificate_batch.signer_missing."
            );
        var batches = api.MapGroup("/certificate-batches").WithTags("CertificateBatches");
        batches
            .MapGet("/", ListAsync)
            .WithName(nameof(ListCertificateBatches))
            .WithSummary("List batches, newest first");
        batches
            .MapGet("/{id:guid}", GetAsync)
            .WithName(nameof(GetCertificateBatch))
            .WithSummary("A batch: how far it is, and its people");
        batches
            .MapPost("/{id:guid}/pause", PauseAsync)
            .WithName(nameof(PauseCertificateBatch))
            .WithSummary("Hold a batch; what is issued stays")
            .WithDescription("Refusals: certificate_batch.not_found, certificate_batch.already_completed.");
        batches
            .MapPost("/{id:guid}/resume", ResumeAsync)
            .WithName(nameof(ResumeCertificateBatch))
            .WithSummary("Go on with a held batch where it stopped")
            .WithDescription("Refusals: certificate_batch.not_found, certificate_batch.not_paused.");
        batches
            .MapPost("/{id:guid}/cancel", CancelAsync)
            .WithName(nameof(CancelCertificateBatch))
            .WithSummary("Give up the rest of a batch; certificates already issued stay valid")
            .WithDescription("Refusals: certificate_batch.not_found, certificate_batch.already_completed.");
        batches
            .MapPost("/{id:guid}/signatures", SignAsync)
            .WithName(nameof(SignCertificateBatch))
            .WithSummary("Sign the certificates of a batch through the remote signing service")
            .WithDescription(
                "By the signer named on them, with the pass phrase of their key. Goes on in the background; each row tells how "
                    + "it stands. Asked again, it tries what is not signed. Refusals: certificate_batch.not_found, "
                    + "signing.not_remote, signing.nothing_to_sign, signing.not_the_signer."
            );
        batches
            .MapGet("/{id:guid}/file", DownloadAsync)
            .WithName(nameof(DownloadCertificateBatch))
            .WithSummary("All certificates of a batch (ZIP), printed while they are sent")
            .WithDescription(
                "With `manifest.csv` and `manifest.json`: file, number, name, status, SHA-256 of the file."
            )
            .ProducesFile(MediaTypeNames.Application.Zip);
    }

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> PauseAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new PauseCertificateBatch(id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ResumeAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ResumeCertificateBatch(id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> CancelAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new CancelCertificateBatch(id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<CertificatesPreview>, JsonHttpResult<Problem>>> PreviewAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new PreviewCertificates(trainingId), cancellationToken)).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> PreviewFileAsync(
        Guid trainingId,
        Guid? participantId,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        CertificatesEndpoints.Paper(
            await mediator.Send(new PreviewCertificate(trainingId, participantId), cancellationToken),
            http
        );

    private static async Task<Results<Accepted<CertificatesAccepted>, JsonHttpResult<Problem>>> IssueAsync(
        Guid trainingId,
        IssueBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var accepted = await mediator.Send(
            new IssueCertificates(trainingId, body.IssuedOn, body.Place),
            cancellationToken
        );
        return accepted.IsSuccess
            ? TypedResults.Accepted($"/api/v1/certificate-batches/{accepted.Value.BatchId}", accepted.Value)
            : Problems.From(accepted.Errors);
    }

    private static async Task<Results<Ok<CertificatesReissued>, JsonHttpResult<Problem>>> ReissueAsync(
        Guid trainingId,
        OutdatedReissueBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ReissueOutdatedCertificates(trainingId, body.Reason), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<CertificateBatchLine>>, JsonHttpResult<Problem>>> ListAsync(
        Guid? trainingId,
        int? page,
        int? size,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new ListCertificateBatches(trainingId, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();

    private static async Task<Results<Ok<CertificateBatchView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        CertificateBatchRowState? state,
        CertificateMailState? mail,
        int? page,
        int? size,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new GetCertificateBatch(id, state, mail, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<Accepted<JobAccepted>, JsonHttpResult<Problem>>> SignAsync(
        Guid id,
        SignaturesBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var accepted = await mediator.Send(new SignCertificateBatch(id, body.PassPhrase ?? ""), cancellationToken);
        return accepted.IsSuccess
            ? TypedResults.Accepted($"/api/v1/jobs/{accepted.Value.JobId}", accepted.Value)
            : Problems.From(accepted.Errors);
    }

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var archive = await mediator.Send(new DownloadCertificateBatch(id), cancellationToken);
        return archive.IsSuccess
            ? TypedResults.Stream(
                stream => CertificateArchives.WriteAsync(stream, archive.Value, cancellationToken),
                "application/zip",
                archive.Value.FileName
            )
            : Problems.From(archive.Errors);
    }
}
