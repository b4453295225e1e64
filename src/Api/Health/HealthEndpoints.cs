using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Pionir.Api.Errors;
using Pionir.Application.Common.Signing;
using Pionir.Infrastructure.Files;
using Pionir.Infrastructure.Telemetry;

namespace Pionir.Api.Health;

/// <summary>Live: the process answers. Ready: it can do its work, so a proxy may send it people.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(10);

    public static void AddPionirHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<StorageCheck>("storage", tags: [Ready])
            .AddCheck<QueueCheck>("queue", tags: [Ready])
            .AddCheck<MailCheck>("mail", tags: [Ready])
            .AddCheck<SigningKeyCheck>("signing", tags: [Ready])
            .AddCheck<TimestampCheck>("timestamps", tags: [Ready]);

    public static void MapPionirHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", Options(_ => false));
        app.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready)));
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) =>
        new()
        {
            Predicate = which,
            ResponseWriter = (context, report) =>
                context.Response.WriteAsJsonAsync(
                    new
                    {
                        status = report.Status.ToString().ToLowerInvariant(),
                        checks = report.Entries.ToDictionary(
                            entry => entry.Key,
                            entry => new
                            {
                                status = entry.Value.Status.ToString().ToLowerInvariant(),
                                entry.Value.Description,
                            }
                        ),
                    }
                ),
        };

    private sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>
    /// Work that waits for minutes has no runner. Degraded, not unhealthy: taking the instance away from its visitors
    /// would not help the queue.
    /// </summary>
    private sealed class QueueCheck(WorkFigures figures) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                Judge(figures.Now(), state => state.OldestJobSeconds, state => $"{state.WaitingJobs} jobs")
            );
    }

    /// <summary>Mail that waits: no mail server is named, or it does not take any.</summary>
    private sealed class MailCheck(WorkFigures figures) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                Judge(figures.Now(), state => state.OldestMailSeconds, state => $"{state.WaitingMails} mails")
            );
    }

    /// <summary>The institution's key; degraded only, for all but new papers works without it.</summary>
    private sealed class SigningKeyCheck(IConfiguration configuration, ICertificateSigner signer, TimeProvider time)
        : IHealthCheck
    {
        private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            if (string.IsNullOrEmpty(configuration["Signing:Certificate"]))
                return HealthCheckResult.Healthy();
            var identity = await signer.IdentityAsync(cancellationToken);
            if (!identity.IsSuccess)
                return HealthCheckResult.Degraded(ErrorTexts.Of(identity.Error).En.Detail);
            return identity.Value.Until - time.GetUtcNow() < Soon
                ? HealthCheckResult.Degraded($"The signing certificate ends on {identity.Value.Until:yyyy-MM-dd}.")
                : HealthCheckResult.Healthy();
        }
    }

    /// <summary>Papers that wait: the time-stamp authority does not answer.</summary>
    private sealed class TimestampCheck(WorkFigures figures) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                Judge(figures.Now(), state => state.OldestStampSeconds, state => $"{state.WaitingStamps} papers")
            );
    }

    private static HealthCheckResult Judge(
        WorkState? state,
        Func<WorkState, double> oldest,
        Func<WorkState, string> what
    ) =>
        state is null ? HealthCheckResult.Unhealthy("The database does not answer.")
        : oldest(state) < LongWait.TotalSeconds ? HealthCheckResult.Healthy()
        : HealthCheckResult.Degraded($"{what(state)} wait, the oldest for {oldest(state) / 60:0} minutes.");

    private sealed class StorageCheck(StoreProbe files) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            await files.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
