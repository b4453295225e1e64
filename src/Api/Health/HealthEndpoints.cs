using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using Pionir.Infrastructure.Files;

namespace Pionir.Api.Health;

/// <summary>Live: the process answers. Ready: it can do its work, so a proxy may send it people.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddPionirHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<StorageCheck>("storage", tags: [Ready])
            .AddCheck<QueueCheck>("queue", tags: [Ready]);

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

    /// <summary>A queue whose oldest waiting work is minutes old has no runner.</summary>
    private sealed class QueueCheck(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = database.CreateCommand(
                """
                SELECT count(*) FROM jobs
                WHERE state IN ('Queued', 'Running') AND lease_until < now() - interval '5 minutes'
                """
            );
            var stuck = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            return stuck == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"{stuck} jobs wait without a runner.");
        }
    }

    private sealed class StorageCheck(IOptions<FileStoreOptions> files) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            var folder = files.Value.Path;
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            await File.WriteAllTextAsync(probe, "", cancellationToken);
            File.Delete(probe);
            return HealthCheckResult.Healthy();
        }
    }
}
