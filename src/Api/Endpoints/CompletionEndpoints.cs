using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Planning;
using Pionir.Application.Trainings.Queries;

namespace Pionir.Api.Endpoints;

public sealed class CompletionEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var training = api.MapGroup("/trainings/{trainingId:guid}").WithTags("Completion");
        training
            .MapGet("/completion", GetAsync)
            .WithName(nameof(GetCompletion))
            .WithSummary("The rule, the calculation for each person, and what completing would do");
        training
            .MapPut("/completion/rule", UpdateRuleAsync)
            .WithName(nameof(UpdateCompletionRule))
            .WithSummary("Set what somebody must have done to pass")
            .WithDescription(
                "Refused while others decide on the plan and after the end (`training.not_editable`). An evaluation cannot be asked for yet (`completion.evaluation_not_available`)."
            );
        training
            .MapPost("/complete", CompleteAsync)
            .WithName(nameof(CompleteTraining))
            .WithSummary("Complete: people pass or fail, JP are posted, certificates open")
            .WithoutBodyToo()
            .WithDescription(
                "One atomic act. Refusals: completion.already_completed (from another window), completion.sessions_not_over, "
                    + "completion.nobody_took_part, completion.nothing_measured (people would pass of whom nothing was measured: "
                    + "send a reason), training.documents_missing, training.illegal_move, ledger.year_closed."
            );
        training
            .MapPost("/reopen", ReopenAsync)
            .WithName(nameof(ReopenTraining))
            .WithSummary("Reopen: JP are taken back by counter-entries")
            .WithDescription(
                "With a reason (`training.reason_missing`). Certificates stay in force until they are re-issued or revoked; posting stops at a closed year (`ledger.year_closed`)."
            );
        training
            .MapPost("/scores", ScoresAsync)
            .WithName(nameof(RecordScores))
            .WithSummary("Record post-test scores")
            .WithDescription(
                "Each line says which score its sender saw; completion.score_changed where another one stands now."
            );
        training
            .MapPost("/participants/{participantId:guid}/certificate", UploadAsync)
            .DisableAntiforgery()
            .WithName(nameof(UploadExternalCertificate))
            .WithSummary("Attach the certificate of the organiser (Contracted, SentOut)")
            .WithDescription(
                "One for each participant; sent again it replaces the former. Refused where Pionir issues the certificates (`participant.certificate_issued_here`)."
            );
        training
            .MapGet("/participants/{participantId:guid}/certificate", DownloadAsync)
            .WithName(nameof(DownloadExternalCertificate))
            .WithSummary("The attached certificate of the organiser")
            .ProducesFile(FileContract.Evidence);
    }

    private static async Task<Results<Ok<CompletionView>, JsonHttpResult<Problem>>> GetAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken,
        bool? passed = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(new GetCompletion(trainingId, passed, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();

    private static async Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> UpdateRuleAsync(
        Guid trainingId,
        CompletionRuleBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new UpdateCompletionRule(
                    trainingId,
                    body.MinimumAttendancePercent,
                    body.MinimumPostTestScore,
                    body.EvaluationRequired,
                    EntityTags.Parse(ifMatch)
                ),
                cancellationToken
            )
        ).ToOk(context, answer => answer.Version);

    private static async Task<Results<Ok<CompletedTraining>, JsonHttpResult<Problem>>> CompleteAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken,
        ReasonBody? body = null
    ) => (await mediator.Send(new CompleteTraining(trainingId, body?.Reason), cancellationToken)).ToOk();

    private static async Task<Results<Ok<ReopenedTraining>, JsonHttpResult<Problem>>> ReopenAsync(
        Guid trainingId,
        ReasonBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ReopenTraining(trainingId, body.Reason ?? ""), cancellationToken)).ToOk();

    private static async Task<Results<Ok<BulkAnswer>, JsonHttpResult<Problem>>> ScoresAsync(
        Guid trainingId,
        ScoresBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new RecordScores(trainingId, body.Scores ?? []), cancellationToken)).ToOk(BulkAnswer.From);

    private static async Task<Results<Ok<AttachedCertificate>, JsonHttpResult<Problem>>> UploadAsync(
        Guid trainingId,
        Guid participantId,
        IFormFile file,
        IMediator mediator,
        CancellationToken cancellationToken,
        string? number = null
    )
    {
        await using var content = file.OpenReadStream();
        var request = new UploadExternalCertificate(trainingId, participantId, content, file.FileName, number);
        return (await mediator.Send(request, cancellationToken)).ToOk();
    }

    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        Guid trainingId,
        Guid participantId,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var file = await mediator.Send(new DownloadExternalCertificate(trainingId, participantId), cancellationToken);
        return file.IsSuccess
            ? TypedResults.Stream(file.Value.Content, file.Value.ContentType, file.Value.Name)
            : Problems.From(file.Errors);
    }
}

/// <param name="MinimumAttendancePercent">0 to 100, of all session minutes.</param>
/// <param name="MinimumPostTestScore">0 to 100; none when there is no test.</param>
public sealed record CompletionRuleBody(
    int MinimumAttendancePercent,
    decimal? MinimumPostTestScore = null,
    bool EvaluationRequired = false
);

public sealed record ScoresBody(IReadOnlyList<ScoreLine>? Scores);
