using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Planning;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Common;

namespace Pionir.Api.Endpoints;

public sealed class SessionsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/trainings/{trainingId:guid}/sessions").WithTags("Trainings");
        sessions
            .MapGet("/", ListAsync)
            .WithName(nameof(GetDailyProgramme))
            .WithSummary("Get the daily programme of a training")
            .WithDescription(
                "Days in order, each with its sessions. Planners also see what each session clashes with: room or "
                    + "instructor taken by another training at the same time."
            );
        sessions
            .MapPost("/", AddAsync)
            .WithName(nameof(AddSession))
            .WithSummary("Add a session")
            .WithDescription(
                "Inside the training's dates (`session.outside_training`), not over another (`session.overlaps`)."
            );
        sessions
            .MapPut("/{id:guid}", UpdateAsync)
            .WithName(nameof(UpdateSession))
            .WithSummary("Change a session")
            .WithDescription(
                "Refused outside the dates of the training (`session.outside_training`) and over another session (`session.overlaps`). Participants and instructors hear of the change."
            );
        sessions
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName(nameof(RemoveSession))
            .WithSummary("Remove a session")
            .WithDescription("A session with attendance stays.");
        sessions
            .MapPost("/news", TellAsync)
            .WithName(nameof(TellSessionChanges))
            .WithSummary("Tell people now that sessions were changed")
            .WithDescription(
                "Who has a place, is invited or teaches hears of changed sessions ten minutes after the last change, once "
                    + "for all of them; this tells them at once. Nobody is told of what was undone meanwhile."
            );
    }

    private static async Task<Results<Ok<DailyProgramme>, JsonHttpResult<Problem>>> ListAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetDailyProgramme(trainingId), cancellationToken)).ToOk();

    private static async Task<Results<Created<SessionAnswer>, JsonHttpResult<Problem>>> AddAsync(
        Guid trainingId,
        SessionFields body,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var added = await mediator.Send(new AddSession(trainingId, body), cancellationToken);
        if (added.IsSuccess)
            context.Response.Headers.ETag = EntityTags.Of(added.Value.Version);
        return added.ToCreated(session => $"/api/v1/trainings/{trainingId}/sessions/{session.Id}");
    }

    private static Task<Results<Ok<SessionAnswer>, JsonHttpResult<Problem>>> UpdateAsync(
        Guid trainingId,
        Guid id,
        SessionFields body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            new UpdateSession(trainingId, id, body, EntityTags.Parse(ifMatch)),
            mediator,
            context,
            cancellationToken
        );

    private static Task<Results<Ok<SessionAnswer>, JsonHttpResult<Problem>>> RemoveAsync(
        Guid trainingId,
        Guid id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new RemoveSession(trainingId, id, EntityTags.Parse(ifMatch)), mediator, context, cancellationToken);

    private static async Task<Results<Ok<ToldSessionChanges>, JsonHttpResult<Problem>>> TellAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new TellSessionChanges(trainingId), cancellationToken)).ToOk();

    private static async Task<Results<Ok<SessionAnswer>, JsonHttpResult<Problem>>> SendAsync(
        IRequest<Result<SessionAnswer>> request,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(request, cancellationToken)).ToOk(context, answer => answer.Version);
}
