using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Organization;
using Pionir.Application.Organization.Commands;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Api.Endpoints;

public sealed class ReferenceDataEndpoints : IEndpoints
{
    private const string Codes =
        "Codes: reference_item.name_missing, text_too_long, citation_missing, end_before_start, overlaps, "
        + "value_unknown, value_missing, value_wrong_type, value_too_long, value_out_of_range, value_not_a_choice, "
        + "value_refers_to_nothing, value_without_effect, one_of_two, minimum_above_maximum, outside_band";

    public static void Map(IEndpointRouteBuilder api)
    {
        var reference = api.MapGroup("/reference-data").WithTags("ReferenceData");
        reference
            .MapGet("/", ListAsync)
            .WithName(nameof(ListReferenceData))
            .WithSummary("List the reference tables, and the items of one of them")
            .WithDescription("With `on`, only what holds on that day.");
        reference
            .MapGet("/items/{id:guid}", GetAsync)
            .WithName(nameof(GetReferenceItem))
            .WithSummary("Get one item with its history");
        reference
            .MapPost("/items", AddAsync)
            .WithName(nameof(AddReferenceItem))
            .WithSummary("Add an item, or the next wording of one from a day on")
            .WithDescription(Codes + ", code_invalid, code_not_offered, changed_elsewhere.");
        reference
            .MapPut("/items/{id:guid}", UpdateAsync)
            .WithName(nameof(UpdateReferenceData))
            .WithSummary("Correct an item for all its days")
            .WithDescription(Codes + ", changed_elsewhere.");
        reference
            .MapPost("/items/{id:guid}/retire", RetireAsync)
            .WithName(nameof(RetireReferenceItem))
            .WithSummary("Let an item end")
            .WithDescription("Codes: reference_item.already_ended, retire_before_start, changed_elsewhere.");
    }

    private static async Task<Results<Ok<ReferenceDataView>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        ReferenceKind? kind = null,
        DateOnly? on = null
    ) => (await mediator.Send(new ListReferenceData(kind, on), cancellationToken)).ToOk();

    private static async Task<Results<Ok<ReferenceItemDetail>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new GetReferenceItem(id), cancellationToken)).ToOk(
            context,
            detail => (uint)detail.Item.Revision
        );

    private static async Task<Results<Created<ReferenceItemAdded>, JsonHttpResult<Problem>>> AddAsync(
        NewReferenceItem body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new AddReferenceItem(body.Kind, body.Code, body.Item, body.EndPrevious),
                cancellationToken
            )
        ).ToCreated(added => $"/api/v1/reference-data/items/{added.Id}");

    private static async Task<Results<Ok<ReferenceItemUpdated>, JsonHttpResult<Problem>>> UpdateAsync(
        Guid id,
        ReferenceInput body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new UpdateReferenceData(id, body, EntityTags.Parse(ifMatch)), cancellationToken)).ToOk(
            context,
            updated => (uint)updated.Revision
        );

    private static async Task<Results<Ok<ReferenceItemUpdated>, JsonHttpResult<Problem>>> RetireAsync(
        Guid id,
        ReferenceItemEnd body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new RetireReferenceItem(id, body.LastDay, body.Reason, EntityTags.Parse(ifMatch)),
                cancellationToken
            )
        ).ToOk(context, updated => (uint)updated.Revision);
}

/// <param name="EndPrevious">Lets the item of the same code that still holds end on the day before.</param>
public sealed record NewReferenceItem(ReferenceKind Kind, string Code, ReferenceInput Item, bool EndPrevious);

/// <param name="LastDay">Last day on which it holds.</param>
/// <param name="Reason">Why it ends.</param>
public sealed record ReferenceItemEnd(DateOnly LastDay, string Reason);
