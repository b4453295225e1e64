using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;

namespace Pionir.Api.Endpoints;

public sealed class TrainingsEndpoints : IEndpoints
{
    /// <summary>Notes that go with a decision.</summary>
    public sealed record TrainingNotes(string? Notes);

    /// <summary>Why it is called off; its people will read it.</summary>
    public sealed record TrainingCancellation(string? Reason);

    /// <param name="Realisation">In rupiah.</param>
    /// <param name="Note">Required when more was spent than the ceiling.</param>
    public sealed record BudgetReport(decimal Realisation, string? Note);

    /// <param name="Start">First day of the copy; the same day when left out.</param>
    /// <param name="Title">The same when left out.</param>
    /// <param name="WithSessions">The timetable moves along.</param>
    public sealed record TrainingCopy(DateOnly? Start, string? Title, string? Batch, bool WithSessions = true);

    public static void Map(IEndpointRouteBuilder api)
    {
        var trainings = api.MapGroup("/trainings").WithTags("Trainings");
        trainings
            .MapPost("/", CreateAsync)
            .WithName(nameof(CreateTraining))
            .WithSummary("Plan a training")
            .WithDescription("It starts as a draft with an activity code by the institution's pattern.");
        trainings
            .MapPut("/{id:guid}", UpdateAsync)
            .WithName(nameof(UpdateTraining))
            .WithSummary("Change the plan of a training")
            .WithDescription(
                "All fields as they shall be. After approval title, year, form, cluster, scheme, budget ceiling, the JP of the "
                    + "programme and competencies with their levels stay (`training.field_locked`). New seats are offered to the reserve list by rank; a quota below the "
                    + "seats taken or a reserve list below those who wait is refused with the count "
                    + "(`training.quota_below_seats_taken`, `training.reserve_below_waiting`)."
            );
        trainings
            .MapPost("/{id:guid}/copy", CopyAsync)
            .WithName(nameof(CopyTraining))
            .WithSummary("Copy a training to other days")
            .WithDescription("A new draft; sessions move along, people and documents do not.");
        trainings
            .MapPost("/copy-year", CopyYearAsync)
            .WithName(nameof(CopyYear))
            .WithSummary("Copy the trainings of a year into another")
            .WithDescription(
                "Drafts on the same weekdays. Trainings that were copied into that year before are left out, so "
                    + "repeating it copies nothing twice."
            );
        MapMoves(trainings.MapGroup("/{id:guid}"));
    }

    private static void MapMoves(RouteGroupBuilder training)
    {
        training
            .MapPost("/submit", SubmitAsync)
            .WithName(nameof(SubmitTraining))
            .WithSummary("Hand a draft to the head of the centre")
            .WithDescription("Refused with `training.documents_missing` while a required document is not there.");
        training
            .MapPost("/return", ReturnAsync)
            .WithName(nameof(ReturnTraining))
            .WithSummary("Send a submission back with notes")
            .WithDescription(
                "It can be edited and submitted again. Notes are needed (`training.notes_missing`); never by who submitted it (`training.own_submission`)."
            );
        training
            .MapPost("/approve", ApproveAsync)
            .WithName(nameof(ApproveTraining))
            .WithSummary("Approve a submission")
            .WithDescription(
                "Never by who submitted it (`training.own_submission`). With If-Match it is refused when the plan "
                    + "changed after it was read."
            );
        training
            .MapPost("/open", OpenAsync)
            .WithName(nameof(OpenTraining))
            .WithSummary("Let participants in")
            .WithDescription(
                "After approval. Refused while it brings no JP (`training.jp_missing`) or a required document is not there (`training.documents_missing`)."
            );
        training
            .MapPost("/start", StartAsync)
            .WithName(nameof(StartTraining))
            .WithSummary("Start on the first day without waiting for the clock")
            .WithDescription(
                "By itself it starts on its first day. Refused before (`training.not_started_yet`) and while a required document is not there (`training.documents_missing`)."
            );
        training
            .MapPost("/close", CloseAsync)
            .WithName(nameof(CloseTraining))
            .WithSummary("Close a completed training")
            .WithDescription(
                "Final: it cannot be opened again and its documents stay as they are. Refused while a required document "
                    + "(`training.documents_missing`) or the certificate of somebody who passed is missing "
                    + "(`completion.certificates_missing`) or to be re-issued (`completion.certificates_outdated`)."
            );
        training
            .MapPost("/budget", ReportBudgetAsync)
            .WithName(nameof(ReportBudget))
            .WithSummary("Report what was spent")
            .WithDescription(
                "From the start of the training on, also when it is closed; nothing else waits for it. Refusals: "
                    + "`training.budget_not_reportable`, `training.realisation_over_ceiling`."
            );
        training
            .MapPost("/cancel", CancelAsync)
            .WithName(nameof(CancelTraining))
            .WithSummary("Call a training off")
            .WithDescription("From any state before completion, with a reason.");
    }

    private static async Task<Results<Created<TrainingAnswer>, JsonHttpResult<Problem>>> CreateAsync(
        CreateTraining body,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var created = await mediator.Send(body, cancellationToken);
        Tag(created, context);
        return created.ToCreated(training => $"/api/v1/trainings/{training.Id}");
    }

    private static async Task<Results<Created<TrainingAnswer>, JsonHttpResult<Problem>>> CopyAsync(
        Guid id,
        TrainingCopy body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new CopyTraining(id, body.Start, body.Title, body.Batch, body.WithSessions),
                cancellationToken
            )
        ).ToCreated(training => $"/api/v1/trainings/{training.Id}");

    private static async Task<Results<Ok<CopyYearAnswer>, JsonHttpResult<Problem>>> CopyYearAsync(
        CopyYear body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToOk();

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> UpdateAsync(
        Guid id,
        TrainingFields body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new UpdateTraining(id, body, EntityTags.Parse(ifMatch)), mediator, context, cancellationToken);

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> SubmitAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new SubmitTraining(id), mediator, context, cancellationToken);

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> ReturnAsync(
        Guid id,
        TrainingNotes body,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new ReturnTraining(id, body.Notes ?? ""), mediator, context, cancellationToken);

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> ApproveAsync(
        Guid id,
        TrainingNotes? body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            new ApproveTraining(id, body?.Notes, EntityTags.Parse(ifMatch)),
            mediator,
            context,
            cancellationToken
        );

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> OpenAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new OpenTraining(id), mediator, context, cancellationToken);

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> StartAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new StartTraining(id), mediator, context, cancellationToken);

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> CloseAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new CloseTraining(id), mediator, context, cancellationToken);

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> ReportBudgetAsync(
        Guid id,
        BudgetReport body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            new ReportBudget(id, body.Realisation, body.Note, EntityTags.Parse(ifMatch)),
            mediator,
            context,
            cancellationToken
        );

    private static Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> CancelAsync(
        Guid id,
        TrainingCancellation body,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => SendAsync(new CancelTraining(id, body.Reason ?? ""), mediator, context, cancellationToken);

    private static async Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> SendAsync(
        IRequest<Result<TrainingAnswer>> request,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(request, cancellationToken)).ToOk(context, answer => answer.Version);

    private static void Tag(Result<TrainingAnswer> result, HttpContext context)
    {
        if (result.IsSuccess)
            context.Response.Headers.ETag = EntityTags.Of(result.Value.Version);
    }
}
