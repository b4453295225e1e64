using Microsoft.Extensions.Configuration;
using Npgsql;
using NpgsqlTypes;

namespace Pionir.Infrastructure.Idempotency;

/// <param name="Attempt">Set when this attempt is to carry the request out.</param>
/// <param name="Answer">Set when it was carried out before.</param>
public sealed record KeyState(Guid? Attempt, bool SameRequest, bool Committed, KeptAnswer? Answer);

/// <param name="Headers">As JSON: names and values.</param>
public sealed record KeptAnswer(int Status, string Headers, byte[] Body);

/// <summary>Keys of requests and the answers they got, on connections of their own: they outlive a rollback.</summary>
public sealed class IdempotencyStore(NpgsqlDataSource database, IConfiguration configuration, TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan UsualDeadAfter = TimeSpan.FromMinutes(2);

    /// <summary>
    /// <c>Idempotency:DeadAfter</c>: after this an attempt that neither committed nor answered is taken for dead. Should
    /// it live, it cannot commit any more.
    /// </summary>
    private readonly TimeSpan deadAfter = configuration.GetValue("Idempotency:DeadAfter", UsualDeadAfter);

    public async Task<KeyState> BeginAsync(Guid user, string key, string hash, CancellationToken cancellationToken)
    {
        var attempt = Guid.CreateVersion7();
        await using var command = database.CreateCommand(
            """
            INSERT INTO idempotency_keys AS kept (user_id, key, request_hash, attempt, started_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (user_id, key) DO UPDATE
                SET attempt = $4, started_at = $5, request_hash = $3,
                    committed_at = NULL, status = NULL, headers = NULL, body = NULL
                WHERE kept.started_at < $7
                    OR (kept.started_at < $6 AND kept.committed_at IS NULL AND kept.status IS NULL
                        AND kept.request_hash = $3)
            """
        );
        var now = time.GetUtcNow();
        object[] values = [user, key, hash, attempt, now, now - deadAfter, now - KeptFor];
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0
            ? new KeyState(attempt, SameRequest: true, Committed: false, Answer: null)
            : await ReadAsync(user, key, hash, cancellationToken);
    }

    public async Task KeepAsync(Guid user, string key, Guid attempt, KeptAnswer answer)
    {
        await using var command = database.CreateCommand(
            "UPDATE idempotency_keys SET status = $4, headers = $5, body = $6 WHERE user_id = $1 AND key = $2 AND attempt = $3"
        );
        command.Parameters.AddWithValue(user);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(attempt);
        command.Parameters.AddWithValue(answer.Status);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, answer.Headers);
        command.Parameters.AddWithValue(answer.Body);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>It failed on our side and left nothing behind: the same key may be tried again.</summary>
    public async Task ForgetAsync(Guid user, string key, Guid attempt)
    {
        await using var command = database.CreateCommand(
            "DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2 AND attempt = $3 AND committed_at IS NULL"
        );
        command.Parameters.AddWithValue(user);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(attempt);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("DELETE FROM idempotency_keys WHERE started_at < $1");
        command.Parameters.AddWithValue(time.GetUtcNow() - KeptFor);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<KeyState> ReadAsync(Guid user, string key, string hash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT request_hash, committed_at IS NOT NULL, status, headers::text, body FROM idempotency_keys
            WHERE user_id = $1 AND key = $2
            """
        );
        command.Parameters.AddWithValue(user);
        command.Parameters.AddWithValue(key);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            // Just forgotten by an attempt that failed: the caller tries again.
            return new KeyState(null, SameRequest: true, Committed: false, Answer: null);
        }
        var answer = await reader.IsDBNullAsync(2, cancellationToken)
            ? null
            : new KeptAnswer(reader.GetInt32(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4));
        return new KeyState(null, reader.GetString(0) == hash, reader.GetBoolean(1), answer);
    }
}
