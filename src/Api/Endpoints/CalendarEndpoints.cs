using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Queries;

namespace Pionir.Api.Endpoints;

public sealed class CalendarEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var calendar = api.MapGroup("/calendar").WithTags("Calendar");
        calendar
            .MapGet("/", GetAsync)
            .WithName(nameof(GetCalendar))
            .WithSummary("Get the trainings of some days, at most 400")
            .WithDescription("Sessions come with two weeks or fewer. Planners see how many clashes each training has.");
        calendar
            .MapGet("/feeds", ListFeedsAsync)
            .WithName(nameof(ListCalendarFeeds))
            .WithSummary("List my calendar feeds");
        calendar
            .MapPost("/feeds", CreateFeedAsync)
            .WithName(nameof(CreateCalendarFeed))
            .WithSummary("Make a secret address for calendar programs")
            .WithDescription("Of one's own trainings, of a unit, or of everything published. Shown once.");
        calendar
            .MapDelete("/feeds/{id:guid}", RevokeFeedAsync)
            .WithName(nameof(RevokeCalendarFeed))
            .WithSummary("Revoke a calendar feed")
            .WithDescription("Calendars that read it find nothing any more.");
        calendar
            .MapGet("/feeds/{secret}.ics", ReadFeedAsync)
            .WithName(nameof(GetCalendarFeed))
            .WithSummary("Read a calendar feed (iCalendar)")
            .ProducesFile(FileContract.Calendar);
    }

    /// <param name="filter">Its from and to are the days that are shown; the current month when left out.</param>
    private static async Task<Results<Ok<CalendarView>, JsonHttpResult<Problem>>> GetAsync(
        [AsParameters] TrainingFilterParameters filter,
        IMediator mediator,
        IInstitutionClock clock,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        var from = filter.From ?? new DateOnly(today.Year, today.Month, 1);
        var to = filter.To ?? from.AddMonths(1).AddDays(-1);
        return (await mediator.Send(new GetCalendar(from, to, filter.ToFilter()), cancellationToken)).ToOk();
    }

    private static async Task<Results<Ok<IReadOnlyList<CalendarFeedView>>, JsonHttpResult<Problem>>> ListFeedsAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListCalendarFeeds(), cancellationToken)).ToOk();

    private static async Task<Results<Created<CalendarFeedCreated>, JsonHttpResult<Problem>>> CreateFeedAsync(
        CreateCalendarFeed body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToCreated(feed => feed.Path);

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> RevokeFeedAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new RevokeCalendarFeed(id), cancellationToken)).ToNoContent();

    private static async Task<Results<ContentHttpResult, JsonHttpResult<Problem>>> ReadFeedAsync(
        string secret,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var feed = await mediator.Send(new GetCalendarFeed(secret), cancellationToken);
        if (!feed.IsSuccess)
            return Problems.From(feed.Errors);
        context.Response.Headers.CacheControl = "private, max-age=900";
        return TypedResults.Text(feed.Value, "text/calendar", Encoding.UTF8);
    }
}
