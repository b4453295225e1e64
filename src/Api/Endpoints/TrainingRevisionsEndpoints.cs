using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Endpoints;

/// <summary>Changes of what was approved.</summary>
public sealed class TrainingRevisionsEndpoints : IEndpoints
{
    /// <param name="ProgrammeJp">None: JP by the sessions.</param>
    /// <param name="Competencies">All of them, as they shall be.</param>
    /// <param name="Reason">Why what was approved should change.</param>
    public sealed record RevisionProposal(
        int? ProgrammeJp,
        string? ProgrammeJpReason,
        IReadOnlyList<CompetencyTarget>? Competencies,
        string? Reason
    );

    /// <param name="Note">Needed when it is refused.</param>
    public sealed record RevisionDecision(bool Accept, string? Note);

    public static void Map(IEndpointRouteBuilder api)
    {
        var training = api.MapGroup("/trainings/{id:guid}").WithTags("Trainings");
        training
            .MapPost("/revision", ProposeRevisionAsync)
            .WithName(nameof(ProposeRevision))
            .WithSummary("Propose another JP or other competencies than were approved")
            .WithDescription(
                "From the approval until completion, one at a time (`training.revision_waits`). What was approved counts "
                    + "until the head accepts it. Refusals: `training.revision_not_possible`, "
                    + "`training.revision_without_change`."
            );
        training
            .MapPost("/revision/decision", DecideRevisionAsync)
            .WithName(nameof(DecideRevision))
            .WithSummary("Accept or refuse a proposed change of what was approved")
            .WithDescription(
                "Never by who proposed it (`training.own_submission`); a refusal needs notes (`training.notes_missing`)."
            );
    }

    private static async Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> ProposeRevisionAsync(
        Guid id,
        RevisionProposal body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new ProposeRevision(
                    id,
                    body.ProgrammeJp,
                    body.ProgrammeJpReason,
                    body.Competencies ?? [],
                    body.Reason ?? "",
                    EntityTags.Parse(ifMatch)
                ),
                cancellationToken
            )
        ).ToOk(context, answer => answer.Version);

    private static async Task<Results<Ok<TrainingAnswer>, JsonHttpResult<Problem>>> DecideRevisionAsync(
        Guid id,
        RevisionDecision body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new DecideRevision(id, body.Accept, body.Note, EntityTags.Parse(ifMatch)),
                cancellationToken
            )
        ).ToOk(context, answer => answer.Version);
}
