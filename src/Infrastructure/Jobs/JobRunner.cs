using System.Diagnostics;
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

    /// <summary>Work that takes the process down with it each time must not do so for ever.</summary>
    private const int Crashes = 20;
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
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var lease = KeepLeaseAsync(job, held, ended.Token);
        try
        {
            var outcome =
                job.Attempt > Crashes ? new JobOutcome(null, JobErrors.Failed) : await WorkOnAsync(job, held.Token);
            await table.FinishAsync(job, outcome, CancellationToken.None);
        }
        catch (Exception) when (held.IsCancellationRequested)
        {
            // Shutting down. Where another runner has the job, this changes nothing.
            await table.ReturnAsync(job, TimeSpan.Zero, CancellationToken.None);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Job {Kind} {Id} failed at attempt {Attempt}", job.Kind, job.Id, job.Attempt);
            await (
                job.Attempt < Attempts
                    ? table.ReturnAsync(job, TimeSpan.FromSeconds(Math.Pow(2, job.Attempt)), CancellationToken.None)
                    : table.FinishAsync(job, new JobOutcome(null, JobErrors.Failed), CancellationToken.None)
            );
        }
        finally
        {
            await ended.CancelAsync();
            await lease;
        }
    }

    private async Task<JobOutcome> WorkOnAsync(ClaimedJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem(job.RequestedBy, job.RequestedByName);
        return await JobDispatch.RunAsync(scope.ServiceProvider, job, new JobProgress(table, job), cancellationToken);
    }

    /// <summary>
    /// A lost connection is no lost lease: it is tried again until the lease must have run out. From then on, or when
    /// another runner has the job, this one lets go of it.
    /// </summary>
    private async Task KeepLeaseAsync(ClaimedJob job, CancellationTokenSource held, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(table.Lease / 3);
        var renewed = Stopwatch.StartNew();
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                try
                {
                    if (!await table.RenewAsync(job, ended))
                    {
                        break;
                    }
                    renewed.Restart();
                }
                catch (Npgsql.NpgsqlException exception) when (renewed.Elapsed < table.Lease)
                {
                    logger.LogWarning(exception, "The lease of job {Id} could not be renewed yet", job.Id);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job is over; so is its lease.
            return;
        }
        catch (Npgsql.NpgsqlException exception)
        {
            logger.LogWarning(exception, "The lease of job {Id} could not be renewed", job.Id);
        }
        logger.LogWarning("Job {Kind} {Id} is left to another runner", job.Kind, job.Id);
        await held.CancelAsync();
    }

    /// <summary>Tells at most a few times a second; nobody reads faster.</summary>
    private sealed class JobProgress(JobTable table, ClaimedJob job) : IJobProgress
    {
        private static readonly long Gap = Stopwatch.Frequency / 5;
        private long last;

        public Guid JobId => job.Id;
        public Guid RequestedBy => job.RequestedBy;

        public Task ReportAsync(int done, int total, CancellationToken cancellationToken)
        {
            var now = Stopwatch.GetTimestamp();
            if (done < total && last != 0 && now - last < Gap)
            {
                return Task.CompletedTask;
            }
            last = now;
            return table.ReportAsync(job, done, total, cancellationToken);
        }
    }
}
