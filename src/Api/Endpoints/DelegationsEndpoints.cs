using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Identity.Commands;
using Pionir.Application.Identity.Queries;

namespace Pionir.Api.Endpoints;

public sealed class DelegationsEndpoints : IEndpoints
{
    /// <param name="Reason">Why the office is taken back before its last day.</param>
    public sealed record EndDelegationBody(string Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        var delegations = api.MapGroup("/delegations").WithTags("Delegation");
        delegations
            .MapGet("/", ListAsync)
            .WithName(nameof(ListDelegations))
            .WithSummary("List acting heads, latest first");
        delegations
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportDelegations))
            .WithSummary("Export the acting heads as XLSX or CSV")
            .WithDescription("Whole or not at all. Refusal: `spreadsheet.too_many_for_a_file`.")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        delegations
            .MapPost("/", DelegateAsync)
            .WithName(nameof(DelegateHeadOfCentre))
            .WithSummary("Hand the office of the head to an acting head for some days")
            .WithDescription(
                "Errors: delegation.to_oneself, delegation.in_the_past, delegation.too_long, delegation.overlap, "
                    + "delegation.unknown_delegate, date_range.end_before_start."
            );
        delegations
            .MapPost("/{id:guid}/end", EndAsync)
            .WithName(nameof(EndDelegation))
            .WithSummary("Take the office back at once")
            .WithDescription("Errors: delegation.not_found, delegation.already_ended.");
        delegations
            .MapGet("/candidates", FindAsync)
            .WithName(nameof(FindDelegates))
            .WithSummary("Find whom the office can be handed to");
    }

    private static async Task<Results<Ok<Page<DelegationRow>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        int? page = null,
        int? size = null
    ) => (await mediator.Send(new ListDelegations(PageRequest.From(page, size)), cancellationToken)).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportDelegations(format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Created<DelegationCreated>, JsonHttpResult<Problem>>> DelegateAsync(
        DelegateHeadOfCentre body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToCreated(made => $"/api/v1/delegations/{made.Id}");

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> EndAsync(
        Guid id,
        EndDelegationBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new EndDelegation(id, body.Reason), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<IReadOnlyList<DelegateOption>>, JsonHttpResult<Problem>>> FindAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null
    ) => (await mediator.Send(new FindDelegates(q), cancellationToken)).ToOk();
}
