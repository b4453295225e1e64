using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Jobs;
using Pionir.Application.LearningHours.Commands;
using Pionir.Application.LearningHours.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>Years of lesson hours: closed once they are reported, opened again with a reason.</summary>
public sealed class JpYearsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var years = api.MapGroup("/jp/years").WithTags("LearningHours");
        years
            .MapGet("/", ListAsync)
            .WithName(nameof(ListJpYears))
            .WithSummary("Years of lesson hours: open, or closed by whom, when, why and with what");
        years
            .MapGet("/{year:int}/preview", PreviewAsync)
            .WithName(nameof(GetJpYearPreview))
            .WithSummary("What closing a year would freeze now, and what is still open in it");
        years
            .MapPost("/{year:int}/closing", CloseAsync)
            .WithName(nameof(CloseJpYear))
            .WithSummary("Close a year of lesson hours")
            .WithDescription(
                "From now on nothing is posted or taken back in it; everybody's result is written down in the background: "
                    + "202 with the job. Refusals: jp_year.not_over, jp_year.already_closed, jp_year.reason_too_short."
            );
        years
            .MapPost("/{year:int}/reopening", ReopenAsync)
            .WithName(nameof(ReopenJpYear))
            .WithSummary("Open a closed year again, with a reason")
            .WithDescription(
                "The closing and its results stay on record; closing anew makes new ones. "
                    + "Refusals: jp_year.not_closed, jp_year.reason_too_short."
            );
    }

    private static async Task<Results<Ok<IReadOnlyList<JpYearView>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListJpYears(), cancellationToken)).ToOk();

    private static async Task<Results<Ok<JpYearPreview>, JsonHttpResult<Problem>>> PreviewAsync(
        int year,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetJpYearPreview(year), cancellationToken)).ToOk();

    private static async Task<Results<Accepted<JobAccepted>, JsonHttpResult<Problem>>> CloseAsync(
        int year,
        ReasonBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new CloseJpYear(year, body.Reason ?? ""), cancellationToken)).ToAccepted();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ReopenAsync(
        int year,
        ReasonBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ReopenJpYear(year, body.Reason ?? ""), cancellationToken)).ToNoContent();
}
