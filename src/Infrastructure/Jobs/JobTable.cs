using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Pionir.Application.Common;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Telemetry;

namespace Pionir.Infrastructure.Jobs;

internal sealed record ClaimedJob(
    Guid Id,
    string Kind,
    string Arguments,
    Guid RequestedBy,
    string RequestedByName,
    int Attempt
);

/// <summary>
/// Claims and leases, on the database's clock because the clocks of two instances differ.
/// A runner holds a job only while it renews the lease; whatever it writes carries the number of its attempt, so that
/// one which was taken for dead cannot speak for the job any more.
/// </summary>
internal sealed class JobTable(
    NpgsqlDataSource database,
    WorkMeter meter,
    IConfiguration configuration,
    IErrorTexts texts
)
{
    private static readonly TimeSpan UsualLease = TimeSpan.FromSeconds(15);

    /// <summary><c>Jobs:Lease</c>: how long work lies still after its runner has died.</summary>
    public TimeSpan Lease { get; } = configuration.GetValue("Jobs:Lease", UsualLease);

    public async Task<ClaimedJob?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            UPDATE jobs SET state = 'Running', attempts = attempts + 1, lease_until = now() + $1,
                            started_at = coalesce(started_at, now())
            WHERE id = (SELECT id FROM jobs
                        WHERE state IN ('Queued', 'Running') AND (lease_until IS NULL OR lease_until < now())
                        ORDER BY requested_at
                        LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, arguments::text, requested_by, requested_by_name, attempts
            """
        );
        command.Parameters.Add(new() { Value = Lease });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ClaimedJob(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetGuid(3),
                reader.GetString(4),
                reader.GetInt32(5)
            )
            : null;
    }

    /// <returns>False when another runner has taken the job over.</returns>
    public Task<bool> RenewAsync(ClaimedJob job, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE jobs SET lease_until = now() + $3", job, cancellationToken, Lease);

    public Task<bool> ReportAsync(ClaimedJob job, int done, int total, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "UPDATE jobs SET done = $3, total = $4, lease_until = now() + $5",
            job,
            cancellationToken,
            done,
            total,
            Lease
        );

    public async Task<bool> FinishAsync(ClaimedJob job, JobOutcome outcome, CancellationToken cancellationToken)
    {
        var isHeld = await ExecuteAsync(
            """
            UPDATE jobs SET state = $3, result = $4::jsonb, error_code = $5, error_text = $6::jsonb, finished_at = now(),
                            lease_until = NULL, done = CASE WHEN $5 IS NULL THEN greatest(done, total) ELSE done END
            """,
            job,
            cancellationToken,
            (outcome.Error is null ? JobState.Succeeded : JobState.Failed).ToString(),
            outcome.Result is null ? null : JsonSerializer.Serialize(outcome.Result, JsonSerializerOptions.Web),
            outcome.Error?.Code,
            outcome.Error is { } error ? JsonSerializer.Serialize(texts.Of(error), JsonSerializerOptions.Web) : null
        );
        if (isHeld)
        {
            meter.JobFinished(job.Kind, succeeded: outcome.Error is null);
        }
        return isHeld;
    }

    /// <summary>Back in the queue, not before the pause is over.</summary>
    public Task<bool> ReturnAsync(ClaimedJob job, TimeSpan pause, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE jobs SET state = 'Queued', lease_until = now() + $3", job, cancellationToken, pause);

    private async Task<bool> ExecuteAsync(
        string sql,
        ClaimedJob job,
        CancellationToken cancellationToken,
        params object?[] values
    )
    {
        await using var command = database.CreateCommand(
            $"{sql} WHERE id = $1 AND attempts = $2 AND state = 'Running'"
        );
        foreach (var value in values.Prepend(job.Attempt).Prepend(job.Id))
        {
            var parameter = new NpgsqlParameter { Value = value ?? DBNull.Value };
            if (value is null)
            {
                parameter.NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text;
            }
            command.Parameters.Add(parameter);
        }
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
