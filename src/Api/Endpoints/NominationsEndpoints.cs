using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Endpoints;

/// <summary>The desk of units and superiors: whom to send, and what to decide about those put forward.</summary>
public sealed class NominationsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/nominations").WithTags("Participation");
        group
            .MapGet("/", ListAsync)
            .WithName(nameof(ListNominations))
            .WithSummary("Candidates who wait for my decision as unit or superior")
            .WithDescription("Oldest first, each with the JP of the year so far and what the unit's quota leaves.");
        group
            .MapPost("/decisions", DecideAsync)
            .WithName(nameof(DecideParticipants))
            .WithSummary("Approve or reject candidates, many at once")
            .WithDescription(
                "Refusals: participant.reason_required, participant.own_submission, participant.not_found."
            );
        group
            .MapPost("/decisions/take-back", TakeBackAsync)
            .WithName(nameof(TakeBackDecisions))
            .WithSummary("Take decisions back that were a slip of the hand")
            .WithDescription(
                "Within a minute, by who decided, and only while nobody has been told (canTakeBack in the answer of "
                    + "DecideParticipants): the candidates wait again. Refusals: participant.decision_stands, "
                    + "participant.rejection_told, participant.unit_quota_reached, participant.not_found."
            );
        api.MapGet("/trainings/{trainingId:guid}/candidates", CandidatesAsync)
            .WithTags("Participation")
            .WithName(nameof(ListCandidates))
            .WithSummary("People whom I may put forward for a training, those who gain most first");
    }

    private static async Task<Results<Ok<Page<NominationRow>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        Guid? trainingId = null,
        Guid? unitId = null,
        ParticipantSource? source = null,
        string? q = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListNominations(trainingId, unitId, source, q, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<Ok<BulkAnswer>, JsonHttpResult<Problem>>> DecideAsync(
        DecisionsBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new DecideParticipants(body.Decisions ?? []), cancellationToken)).ToOk(BulkAnswer.From);

    private static async Task<Results<Ok<BulkAnswer>, JsonHttpResult<Problem>>> TakeBackAsync(
        TakeBackBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new TakeBackDecisions(body.ParticipantIds ?? []), cancellationToken)).ToOk(
            BulkAnswer.From
        );

    private static async Task<Results<Ok<Page<CandidateRow>>, JsonHttpResult<Problem>>> CandidatesAsync(
        Guid trainingId,
        IMediator mediator,
        CancellationToken cancellationToken,
        Guid? unitId = null,
        bool recommended = false,
        string? q = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListCandidates(trainingId, unitId, recommended, q, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();
}
