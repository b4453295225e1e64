using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Organization.Queries;

namespace Pionir.Api.Endpoints;

public sealed class UnitsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("/units").WithTags("Units");
        units
            .MapGet("/", ListAsync)
            .WithName(nameof(ListUnits))
            .WithSummary("List the organisation tree, parents before their children")
            .WithDescription("`people=true` counts active people; `all=true` includes dissolved units.");
        units
            .MapGet("/{id:guid}", GetAsync)
            .WithName(nameof(GetUnit))
            .WithSummary("Get a unit with its place, its head and its history");
    }

    private static async Task<Results<Ok<IReadOnlyList<UnitListItem>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        bool people = false,
        bool all = false
    ) => (await mediator.Send(new ListUnits(people, all), cancellationToken)).ToOk();

    private static async Task<Results<Ok<UnitView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetUnit(id), cancellationToken)).ToOk();
}
