using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Jobs.Queries;

/// <summary>The progress of one piece of long work, for who asked for it and for the administrator.</summary>
[SignedIn]
public sealed record GetJob(Guid Id) : IQuery<JobView>;

/// <param name="Id">Id of the job.</param>
/// <param name="Kind">Stable word for the kind of work, such as <c>employees.apply_import</c>.</param>
/// <param name="Subject">What it is about: a file name, the title of a training.</param>
/// <param name="State">Queued, running, succeeded or failed.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 while not yet known.</param>
/// <param name="Result">Summary of a finished job, such as counts.</param>
/// <param name="ErrorCode">Why it failed: a stable code.</param>
/// <param name="Error">Why it failed, and what to do now, in both languages.</param>
public sealed record JobView(
    Guid Id,
    string Kind,
    string Subject,
    JobState State,
    int Done,
    int Total,
    JsonElement? Result,
    string? ErrorCode,
    LocalText? Error,
    string RequestedByName,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt
);

internal sealed class GetJobHandler(IDatabase database, ICurrentUser user, IErrorTexts texts)
    : IRequestHandler<GetJob, Result<JobView>>
{
    public async Task<Result<JobView>> Handle(GetJob request, CancellationToken cancellationToken)
    {
        var seesAll = user.Has(Permission.JobsReadAll);
        var job = await database
            .Set<Job>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                job => job.Id == request.Id && (seesAll || job.RequestedBy == user.UserId),
                cancellationToken
            );
        return job is null ? JobErrors.NotFound : job.ToView(texts);
    }
}

internal static class JobViews
{
    /// <summary>Jobs that failed before sentences were kept have only their code.</summary>
    public static LocalText? Error(this Job job, IErrorTexts texts) =>
        job.ErrorText?.Deserialize<LocalText>(JsonSerializerOptions.Web)
        ?? (job.ErrorCode is { } code ? texts.Of(code) : null);

    public static JobView ToView(this Job job, IErrorTexts texts) =>
        new(
            job.Id,
            job.Kind,
            job.Subject,
            job.State,
            job.Done,
            job.Total,
            job.Result?.RootElement,
            job.ErrorCode,
            job.Error(texts),
            job.RequestedByName,
            job.RequestedAt,
            job.StartedAt,
            job.FinishedAt
        );
}
