using System.Text.Json;
using Npgsql;
using Pionir.Application.Common.Jobs;

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
/// A runner holds a job only while it renews the lease.
/// </summary>
internal sealed class JobTable(NpgsqlDataSource database)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

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

    public Task RenewAsync(Guid id, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE jobs SET lease_until = now() + $2 WHERE id = $1", cancellationToken, id, Lease);

    public Task ReportAsync(Guid id, int done, int total, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "UPDATE jobs SET done = $2, total = $3, lease_until = now() + $4 WHERE id = $1",
            cancellationToken,
            id,
            done,
            total,
            Lease
        );

    public Task FinishAsync(Guid id, JobOutcome outcome, CancellationToken cancellationToken) =>
        ExecuteAsync(
            """
            UPDATE jobs SET state = $2, result = $3::jsonb, error_code = $4, finished_at = now(), lease_until = NULL,
                            done = CASE WHEN $4 IS NULL THEN greatest(done, total) ELSE done END
            WHERE id = $1
            """,
            cancellationToken,
            id,
            (outcome.ErrorCode is null ? JobState.Succeeded : JobState.Failed).ToString(),
            outcome.Result is null ? null : JsonSerializer.Serialize(outcome.Result, JsonSerializerOptions.Web),
            outcome.ErrorCode
        );

    /// <summary>Back in the queue, not before the pause is over.</summary>
    public Task ReturnAsync(Guid id, TimeSpan pause, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "UPDATE jobs SET state = 'Queued', lease_until = now() + $2 WHERE id = $1",
            cancellationToken,
            id,
            pause
        );

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            var parameter = new NpgsqlParameter { Value = value ?? DBNull.Value };
            if (value is null)
            {
                parameter.NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text;
            }
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
