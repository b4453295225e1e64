using System.Text.Json;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Jobs;

/// <summary>
/// The queue is a table, written in the transaction of the command: work is never lost between
/// the commit and a scheduler, and never starts for a command that was rolled back.
/// </summary>
internal sealed class JobQueue(IDatabase database, ICurrentUser user, TimeProvider time, JobSignal signal) : IJobQueue
{
    public Guid Enqueue<TArguments>(TArguments arguments, string subject)
        where TArguments : IJobArguments
    {
        var job = new Job
        {
            Id = Guid.CreateVersion7(),
            Kind = TArguments.Kind,
            Subject = subject,
            Arguments = JsonSerializer.SerializeToDocument(arguments, JsonSerializerOptions.Web),
            RequestedBy = user.UserId,
            RequestedByName = user.DisplayName,
            RequestedAt = time.GetUtcNow(),
        };
        database.Set<Job>().Add(job);
        database.AfterCommit(_ =>
        {
            signal.Wake();
            return Task.CompletedTask;
        });
        return job.Id;
    }
}
