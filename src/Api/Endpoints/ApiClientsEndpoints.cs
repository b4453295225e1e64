using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Identity.Commands;
using Pionir.Application.Identity.Queries;

namespace Pionir.Api.Endpoints;

public sealed class ApiClientsEndpoints : IEndpoints
{
    /// <param name="OverlapHours">How long the former secrets go on: 0 to 720, 24 when not given.</param>
    public sealed record RotateSecretBody(int? OverlapHours);

    /// <param name="Reason">Kept in the audit trail.</param>
    public sealed record DisableApiClientBody(string Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/api-clients").WithTags("ApiClients");
        clients
            .MapGet("/", ListAsync)
            .WithName(nameof(ListApiClients))
            .WithSummary("List systems that may call the API, with their last use");
        clients
            .MapPost("/", CreateAsync)
            .WithName(nameof(CreateApiClient))
            .WithSummary("Register a system; its secret is shown in this answer only")
            .WithDescription("Errors: api_client.name_taken, api_client.unknown_scope.");
        clients
            .MapPost("/{id:guid}/secret", RotateAsync)
            .WithName(nameof(RotateApiClientSecret))
            .WithSummary("Make a new secret; the former ones end after the overlap")
            .WithDescription("Errors: api_client.not_found, api_client.disabled.");
        clients
            .MapPost("/{id:guid}/disable", DisableAsync)
            .WithName(nameof(DisableApiClient))
            .WithSummary("Close a system's access for good, at once")
            .WithDescription("Its tokens end with it. It cannot be opened again.");
        clients
            .MapGet("/scopes", ListScopesAsync)
            .WithName(nameof(ListApiScopes))
            .WithSummary("List scopes and what each opens");
    }

    private static async Task<Results<Ok<IReadOnlyList<ApiClientRow>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        bool disabled = false
    ) => (await mediator.Send(new ListApiClients(disabled), cancellationToken)).ToOk();

    private static async Task<Results<Created<ApiClientCredentials>, JsonHttpResult<Problem>>> CreateAsync(
        CreateApiClient body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToCreated(client => $"/api/v1/api-clients/{client.Id}");

    private static async Task<Results<Ok<ApiClientCredentials>, JsonHttpResult<Problem>>> RotateAsync(
        Guid id,
        RotateSecretBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new RotateApiClientSecret(id, body.OverlapHours), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> DisableAsync(
        Guid id,
        DisableApiClientBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new DisableApiClient(id, body.Reason), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<IReadOnlyList<ApiScopeView>>, JsonHttpResult<Problem>>> ListScopesAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListApiScopes(), cancellationToken)).ToOk();
}
