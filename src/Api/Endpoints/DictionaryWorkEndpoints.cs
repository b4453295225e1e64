using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Competencies;
using Pionir.Application.Competencies.Commands;
using Pionir.Application.Competencies.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>The workshop of the dictionaries: import, publish, discard.</summary>
public sealed class DictionaryWorkEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var dictionaries = api.MapGroup("/dictionaries").WithTags("Dictionaries");
        dictionaries
            .MapPost("/import", ImportAsync)
            .DisableAntiforgery()
            .WithName(nameof(ImportDictionary))
            .WithSummary("Import a dictionary from JSON, XLSX or CSV as the next draft of its code")
            .WithDescription(
                "All of it or nothing. With `dryRun` only says what would come in. Codes: file.empty, file.too_large, "
                    + "dictionary.file_unreadable, row_unreadable, category_unknown, text_missing, text_too_long, "
                    + "competency_count, competency_code_invalid, code_twice, title_twice, levels_incomplete, "
                    + "indicator_count, already_drafted."
            );
        dictionaries
            .MapGet("/example", GetExampleAsync)
            .WithName(nameof(GetDictionaryExample))
            .WithSummary("Get an example of the import file")
            .ProducesFile(MediaTypeNames.Application.Json);
        dictionaries
            .MapPost("/{code}/versions/{number:int}/publish", PublishAsync)
            .WithName(nameof(PublishDictionary))
            .WithSummary("Publish a version; the one published before gives way")
            .WithDescription(
                "Codes: dictionary.not_publishable, drafter_publishes, decree_invalid, decree_in_future, not_superseded."
            );
        dictionaries
            .MapDelete("/{code}/versions/{number:int}", DiscardAsync)
            .WithName(nameof(DiscardDictionary))
            .WithSummary("Throw a draft away")
            .WithDescription("Codes: dictionary.not_a_draft.");
    }

    private static async Task<Results<Ok<DictionaryImportResult>, JsonHttpResult<Problem>>> ImportAsync(
        IFormFile file,
        [FromForm] string? code,
        [FromForm] string? title,
        [FromForm] string? source,
        [FromForm] bool? dryRun,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        await using var content = file.OpenReadStream();
        var request = new ImportDictionary(content, file.FileName, code, title, source, dryRun ?? false);
        return (await mediator.Send(request, cancellationToken)).ToOk();
    }

    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<Problem>>> GetExampleAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var example = await mediator.Send(new GetDictionaryExample(), cancellationToken);
        return example.IsSuccess
            ? TypedResults.Stream(example.Value, "application/json", $"{DefaultDictionary.Code}.json")
            : Problems.From(example.Errors);
    }

    private static async Task<Results<Ok<DictionaryPublished>, JsonHttpResult<Problem>>> PublishAsync(
        string code,
        int number,
        DictionaryDecree body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new PublishDictionary(code, number, body.DecreeNumber, body.DecreeDate, EntityTags.Parse(ifMatch)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> DiscardAsync(
        string code,
        int number,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new DiscardDictionary(code, number, EntityTags.Parse(ifMatch)), cancellationToken)
        ).ToNoContent();
}

/// <param name="DecreeNumber">Number of the decision that enacts the dictionary.</param>
/// <param name="DecreeDate">Its date.</param>
public sealed record DictionaryDecree(string DecreeNumber, DateOnly DecreeDate);
