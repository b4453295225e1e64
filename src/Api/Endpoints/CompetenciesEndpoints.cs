using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Api.Security;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Competencies.Queries;
using Pionir.Domain.Competencies;

namespace Pionir.Api.Endpoints;

/// <summary>The public reading room of the dictionaries: stable addresses per version, competency and level.</summary>
public sealed class CompetenciesEndpoints : IEndpoints
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder api)
    {
        var dictionaries = api.MapGroup("/dictionaries").WithTags("Dictionaries");
        dictionaries
            .MapGet("/", ListAsync)
            .WithName(nameof(ListDictionaries))
            .WithSummary("List the dictionaries and their versions");
        dictionaries
            .MapGet("/{code}", GetPublishedAsync)
            .WithName("GetPublishedDictionary")
            .WithMetadata(new UseCaseOf(typeof(GetDictionary)))
            .WithSummary("Get the version of a dictionary that is published now");
        dictionaries
            .MapGet("/{code}/versions/{number:int}", GetAsync)
            .WithName(nameof(GetDictionary))
            .WithSummary("Get a version with its competencies")
            .WithDescription("Public once published. Answers 304 to If-None-Match.");
        dictionaries
            .MapGet("/{code}/versions/{number:int}/competencies/{competency}", GetCompetencyAsync)
            .WithName(nameof(GetCompetency))
            .WithSummary("Get a competency with its five levels and their indicators");
        dictionaries
            .MapGet("/{code}/versions/{number:int}/competencies/{competency}/levels/{level:int}", GetLevelAsync)
            .WithName("GetCompetencyLevel")
            .WithMetadata(new UseCaseOf(typeof(GetCompetency)))
            .WithSummary("Get one level of a competency");
        dictionaries
            .MapGet("/{code}/versions/{number:int}/export", ExportAsync)
            .WithName(nameof(ExportDictionary))
            .WithSummary("Get a whole version as JSON, XLSX or CSV")
            .ProducesFile(MediaTypeNames.Application.Json, FileContract.Xlsx, FileContract.Csv);
        api.MapGet("/competencies", SearchAsync)
            .WithName(nameof(SearchCompetencies))
            .WithTags("Dictionaries")
            .WithSummary("Search titles, descriptions and indicators of the published dictionaries")
            .WithDescription("By Indonesian word stems, and by likeness where a word is mistyped.");
    }

    private static async Task<Results<Ok<DictionaryList>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? code = null,
        DictionaryState? state = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(new ListDictionaries(code, state, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();

    private static Task<Results<Ok<DictionaryView>, StatusCodeHttpResult, JsonHttpResult<Problem>>> GetPublishedAsync(
        string code,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => DictionaryAsync(new GetDictionary(code, null), mediator, context, cancellationToken);

    private static Task<Results<Ok<DictionaryView>, StatusCodeHttpResult, JsonHttpResult<Problem>>> GetAsync(
        string code,
        int number,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => DictionaryAsync(new GetDictionary(code, number), mediator, context, cancellationToken);

    private static async Task<
        Results<Ok<DictionaryView>, StatusCodeHttpResult, JsonHttpResult<Problem>>
    > DictionaryAsync(
        GetDictionary request,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var result = await mediator.Send(request, cancellationToken);
        if (!result.IsSuccess)
            return Problems.From(result.Errors);
        var view = result.Value;
        // The flags are the user's own, so nobody else may be given this answer.
        var isPublic = view is { CanPublish: false, CanDiscard: false, DraftedByName: null };
        var edition = $"{view.Edition}.{view.Versions.Count}";
        if (!isPublic)
        {
            context.Response.Headers.ETag = EntityTags.Of(view.Edition);
            context.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Ok(view);
        }
        return context.IsFresh(edition, isPublic, Keep)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(view);
    }

    private static Task<Results<Ok<CompetencyView>, StatusCodeHttpResult, JsonHttpResult<Problem>>> GetCompetencyAsync(
        string code,
        int number,
        string competency,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => CompetencyAsync(new GetCompetency(code, number, competency, null), mediator, context, cancellationToken);

    private static Task<Results<Ok<CompetencyView>, StatusCodeHttpResult, JsonHttpResult<Problem>>> GetLevelAsync(
        string code,
        int number,
        string competency,
        int level,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => CompetencyAsync(new GetCompetency(code, number, competency, level), mediator, context, cancellationToken);

    private static async Task<
        Results<Ok<CompetencyView>, StatusCodeHttpResult, JsonHttpResult<Problem>>
    > CompetencyAsync(
        GetCompetency request,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var result = await mediator.Send(request, cancellationToken);
        if (!result.IsSuccess)
            return Problems.From(result.Errors);
        var view = result.Value;
        var isPublic = view.State is DictionaryState.Published or DictionaryState.Superseded;
        return context.IsFresh($"{view.Edition}", isPublic, Keep)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(view);
    }

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        string code,
        int number,
        IMediator mediator,
        CancellationToken cancellationToken,
        DictionaryFormat format = DictionaryFormat.Json
    )
    {
        var result = await mediator.Send(new ExportDictionary(code, number, format), cancellationToken);
        if (!result.IsSuccess)
            return Problems.From(result.Errors);
        var file = result.Value;
        return TypedResults.Stream(
            target => file.WriteAsync(target, cancellationToken),
            file.ContentType,
            file.FileName
        );
    }

    private static async Task<Results<Ok<Page<CompetencyHit>>, JsonHttpResult<Problem>>> SearchAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null,
        string? dictionary = null,
        CompetencyKind? kind = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new SearchCompetencies(q, dictionary, kind, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();
}
