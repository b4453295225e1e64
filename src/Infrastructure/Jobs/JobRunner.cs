using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Jobs;
using Pionir.Infrastructure.Identity;

namespace Pionir.Infrastructure.Jobs;

/// <summary>Takes queued work, one piece per worker, and gives it back when it dies or is shut down.</summary>
internal sealed class JobRunner(
    JobTable table,
    JobSignal signal,
    IServiceScopeFactory scopes,
    ILogger<JobRunner> logger
) : BackgroundService
{
    private const int Workers = 2;
    private const int Attempts = 5;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await table.ClaimAsync(stopping) is { } job)
                {
                    await RunAsync(job, stopping);
                }
                else
                {
                    await signal.WaitAsync(Look, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database may be away for a while; the queue is still there when it is back.
                logger.LogError(exception, "The job queue cannot be read");
                await Task.Delay(Look, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(ClaimedJob job, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var lease = KeepLeaseAsync(job.Id, ended.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem(job.RequestedBy, job.RequestedByName);
            var progress = new JobProgress(table, job.Id, job.RequestedBy);
            var outcome = await JobDispatch.RunAsync(scope.ServiceProvider, job, progress, stopping);
            await table.FinishAsync(job.Id, outcome, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await table.ReturnAsync(job.Id, TimeSpan.Zero, CancellationToken.None);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Job {Kind} {Id} failed at attempt {Attempt}", job.Kind, job.Id, job.Attempt);
            await (
                job.Attempt < Attempts
                    ? table.ReturnAsync(job.Id, TimeSpan.FromSeconds(Math.Pow(2, job.Attempt)), CancellationToken.None)
                    : table.FinishAsync(job.Id, new JobOutcome(null, JobErrors.FailedCode), CancellationToken.None)
            );
        }
        finally
        {
            await ended.CancelAsync();
            await lease;
        }
    }

    private async Task KeepLeaseAsync(Guid id, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(JobTable.Lease / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                await table.RenewAsync(id, ended);
            }
        }
        catch (OperationCanceledException)
        {
            // The job is over; so is its lease.
        }
        catch (Npgsql.NpgsqlException exception)
        {
            logger.LogWarning(exception, "The lease of job {Id} could not be renewed", id);
        }
    }

    /// <summary>Tells at most a few times a second; nobody reads faster.</summary>
    private sealed class JobProgress(JobTable table, Guid jobId, Guid requestedBy) : IJobProgress
    {
        private static readonly long Gap = System.Diagnostics.Stopwatch.Frequency / 5;
        private long last;

        public Guid JobId => jobId;
        public Guid RequestedBy => requestedBy;

        public Task ReportAsync(int done, int total, CancellationToken cancellationToken)
        {
            var now = System.Diagnostics.Stopwatch.GetTimestamp();
            if (done < total && last != 0 && now - last < Gap)
            {
                return Task.CompletedTask;
            }
            last = now;
            return table.ReportAsync(jobId, done, total, cancellationToken);
        }
    }
}
