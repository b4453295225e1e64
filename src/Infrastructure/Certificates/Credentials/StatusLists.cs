using System.Security.Cryptography;
using Npgsql;
using Pionir.Application.Certificates.Credentials;

namespace Pionir.Infrastructure.Certificates.Credentials;

/// <summary>Hands out the places of status lists.</summary>
internal sealed class StatusLists(TimeProvider time)
{
    private const int Size = 131_072;

    /// <summary>The list that is being filled. Its row is locked until the transaction ends.</summary>
    public async Task<StatusList> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            var newest = await NewestAsync(connection, cancellationToken);
            if (await LockAsync(connection, newest, cancellationToken) is { IsFull: false } list)
                return list;
            // By its number: of many who find the same list full, one begins the next.
            await BeginAsync(connection, newest + 1, cancellationToken);
        }
    }

    private static async Task<StatusList?> LockAsync(
        NpgsqlConnection connection,
        int number,
        CancellationToken cancellationToken
    )
    {
        await using var select = new NpgsqlCommand(
            "SELECT used, stride, start FROM credential_status_lists WHERE number = $1 FOR UPDATE",
            connection
        );
        select.Parameters.AddWithValue(number);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new StatusList(number, reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2))
            : null;
    }

    private static async Task<int> NewestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand(
            "SELECT coalesce(max(number), 0) FROM credential_status_lists",
            connection
        );
        return (int)(await select.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task BeginAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO credential_status_lists (number, used, stride, start, created_at) VALUES ($1, 0, $2, $3, $4)
            ON CONFLICT (number) DO NOTHING
            """,
            connection
        );
        insert.Parameters.AddWithValue(number);
        // Odd, so that every place comes once; never so short or long that papers of one moment lie side by side.
        insert.Parameters.AddWithValue((RandomNumberGenerator.GetInt32(Size / 16, Size / 4) * 2) + 1);
        insert.Parameters.AddWithValue(RandomNumberGenerator.GetInt32(Size));
        insert.Parameters.AddWithValue(time.GetUtcNow());
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A list while its row is locked; places count when it was saved.</summary>
    internal sealed class StatusList(int number, int used, int stride, int start)
    {
        public bool IsFull => used >= Size;

        public StatusPlace Take() => new(number, (int)((((long)used++ * stride) + start) % Size));

        public async Task SaveAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
        {
            await using var update = new NpgsqlCommand(
                "UPDATE credential_status_lists SET used = $2 WHERE number = $1",
                connection
            );
            update.Parameters.AddWithValue(number);
            update.Parameters.AddWithValue(used);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
