using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Files;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Endpoints;

public sealed class DocumentsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/trainings/{trainingId:guid}/documents").WithTags("Trainings");
        documents
            .MapGet("/", ListAsync)
            .WithName(nameof(ListDocuments))
            .WithSummary("List the documents of a training with the checklist of its scheme");
        documents
            .MapPost("/", UploadAsync)
            .DisableAntiforgery()
            .WithName(nameof(UploadDocument))
            .WithSummary("Add a document to a training")
            .WithDescription(
                "One file a request: PDF, JPEG, PNG or DOCX by content, up to the institution's limit. Refusals: "
                    + "`file.missing`, `file.empty`, `file.too_large`, `file.kind_not_allowed`, `file.disguised`, "
                    + "`file.encrypted`, `file.damaged`, `file.archive_bomb`, `file.macros`, `file.infected`, "
                    + "`document.twice`."
            );
        documents
            .MapGet("/participant-annex", AnnexAsync)
            .WithName(nameof(GetParticipantAnnex))
            .WithSummary("The list of participants as annex of a letter (PDF), as it stands now")
            .ProducesFile(MediaTypeNames.Application.Pdf);
        documents
            .MapGet("/{id:guid}/content", DownloadAsync)
            .WithName(nameof(DownloadDocument))
            .WithSummary("Download or preview a document")
            .ProducesFile(FileContract.Evidence);
        documents
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName(nameof(RemoveDocument))
            .WithSummary("Remove a document")
            .WithDescription("Refused with `document.in_use` while a move already made relies on it alone.");
    }

    private static async Task<Results<Ok<DocumentList>, JsonHttpResult<Problem>>> ListAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListDocuments(trainingId), cancellationToken)).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> AnnexAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var paper = await mediator.Send(new GetParticipantAnnex(trainingId), cancellationToken);
        return paper.IsSuccess
            ? TypedResults.File(paper.Value, MediaTypeNames.Application.Pdf, "daftar-peserta.pdf")
            : Problems.From(paper.Errors);
    }

    private static async Task<Results<Created<DocumentView>, JsonHttpResult<Problem>>> UploadAsync(
        Guid trainingId,
        IFormFile? file,
        [FromForm] string? kind,
        [FromForm] string? number,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        if (file is null)
            return Problems.From([FileErrors.Missing()]);
        await using var content = file.OpenReadStream();
        // Forms are read by exact names; an unknown word becomes a value that the validator refuses.
        var word = Enum.TryParse<DocumentKind>(kind, ignoreCase: true, out var known) ? known : (DocumentKind)(-1);
        var request = new UploadDocument(trainingId, word, number, file.FileName, content);
        return (await mediator.Send(request, cancellationToken)).ToCreated(document =>
            $"/api/v1/trainings/{trainingId}/documents/{document.Id}/content"
        );
    }

    /// <param name="preview">Show it in the page instead of downloading it.</param>
    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        Guid trainingId,
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken,
        bool preview = false
    ) => (await mediator.Send(new DownloadDocument(trainingId, id), cancellationToken)).ToFile(context, preview);

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> RemoveAsync(
        Guid trainingId,
        Guid id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new RemoveDocument(trainingId, id, EntityTags.Parse(ifMatch)), cancellationToken)
        ).ToNoContent();
}
