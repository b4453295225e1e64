using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Api.Security;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Jobs.Queries;

namespace Pionir.Api.Endpoints;

public sealed class JobsEndpoints : IEndpoints
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    public static void Map(IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("/", List).WithName(nameof(ListJobs)).WithSummary("List long work, newest first");
        jobs.MapGet("/{id:guid}", Get).WithName(nameof(GetJob)).WithSummary("Get the progress of long work");
        jobs.MapGet("/{id:guid}/events", FollowAsync)
            .WithName("FollowJob")
            .WithMetadata(new UseCaseOf(typeof(GetJob)))
            .WithSummary("Follow the progress of long work as server-sent events")
            .WithDescription(
                "Event `job` carries the same document as GetJob; the stream ends when the work has ended."
            );
    }

    private static async Task<Results<Ok<Page<JobView>>, JsonHttpResult<Problem>>> List(
        IMediator mediator,
        CancellationToken cancellationToken,
        JobState? state = null,
        bool mine = false,
        int? page = null,
        int? size = null
    ) => (await mediator.Send(new ListJobs(state, mine, PageRequest.From(page, size)), cancellationToken)).ToOk();

    private static async Task<Results<Ok<JobView>, JsonHttpResult<Problem>>> Get(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetJob(id), cancellationToken)).ToOk();

    private static async Task<Results<ServerSentEventsResult<JobView>, JsonHttpResult<Problem>>> FollowAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var first = await mediator.Send(new GetJob(id), cancellationToken);
        return first.IsSuccess
            ? TypedResults.ServerSentEvents(EventsAsync(first.Value, mediator, cancellationToken))
            : Problems.From(first.Errors);
    }

    private static async IAsyncEnumerable<SseItem<JobView>> EventsAsync(
        JobView job,
        IMediator mediator,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return new SseItem<JobView>(job, "job");
        while (job.State is JobState.Queued or JobState.Running)
        {
            await Task.Delay(Look, cancellationToken);
            var next = await mediator.Send(new GetJob(job.Id), cancellationToken);
            if (!next.IsSuccess)
            {
                yield break;
            }
            if (next.Value.State != job.State || next.Value.Done != job.Done || next.Value.Total != job.Total)
            {
                yield return new SseItem<JobView>(next.Value, "job");
            }
            job = next.Value;
        }
    }
}
