using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>Places of a training that are given to units.</summary>
public sealed class UnitQuotasEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var quotas = api.MapGroup("/trainings/{trainingId:guid}/participants/unit-quotas").WithTags("Participants");
        quotas
            .MapGet("/", GetAsync)
            .WithName(nameof(GetUnitQuotas))
            .WithSummary("Get how many people each unit may put forward, and has")
            .WithDescription("A unit sees the quotas that bind it: its own and those of the units above.");
        quotas
            .MapPut("/", SetAsync)
            .WithName(nameof(SetUnitQuotas))
            .WithSummary("Set how many people each unit may put forward")
            .WithDescription(
                "All quotas as they shall be; a unit without one is bound by those above it. Nominations over a quota "
                    + "are refused with `participant.unit_quota_reached`; who is on the list already stays."
            );
    }

    private static async Task<Results<Ok<UnitQuotasView>, JsonHttpResult<Problem>>> GetAsync(
        Guid trainingId,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetUnitQuotas(trainingId), cancellationToken)).ToOk(context, view => view.Version);

    private static async Task<Results<Ok<UnitQuotasAnswer>, JsonHttpResult<Problem>>> SetAsync(
        Guid trainingId,
        UnitQuotasBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new SetUnitQuotas(trainingId, body.Quotas ?? [], EntityTags.Parse(ifMatch)),
                cancellationToken
            )
        ).ToOk(context, answer => answer.Version);
}
