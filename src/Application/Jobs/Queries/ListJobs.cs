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

/// <summary>Long work, newest first: one's own, or everybody's for the administrator.</summary>
/// <param name="State">Only jobs in this state.</param>
/// <param name="Mine">Only one's own, also for who may see all.</param>
[SignedIn]
public sealed record ListJobs(JobState? State, bool Mine, PageRequest Page) : IQuery<Page<JobView>>;

internal sealed class ListJobsHandler(IDatabase database, ICurrentUser user, IErrorTexts texts)
    : IRequestHandler<ListJobs, Result<Page<JobView>>>
{
    public async Task<Result<Page<JobView>>> Handle(ListJobs request, CancellationToken cancellationToken)
    {
        var seesAll = user.Has(Permission.JobsReadAll) && !request.Mine;
        var jobs = database
            .Set<Job>()
            .AsNoTracking()
            .Where(job => seesAll || job.RequestedBy == user.UserId)
            .Where(job => request.State == null || job.State == request.State);
        var total = await jobs.CountAsync(cancellationToken);
        var rows = await jobs.OrderByDescending(job => job.RequestedAt)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .ToListAsync(cancellationToken);
        return new Page<JobView>(
            rows.Select(job => job.ToView(texts)).ToList(),
            total,
            request.Page.Number,
            request.Page.Size
        );
    }
}
