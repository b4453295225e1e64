using System.Security.Cryptography;
using Npgsql;
using Pionir.Application.Certificates.Credentials;
using Pionir.Domain.Certificates;

namespace Pionir.Infrastructure.Certificates.Credentials;

/// <summary>
/// Outside the request's transaction: a signature that was given out must stay, whatever becomes of the request.
/// </summary>
internal sealed class CredentialStore(NpgsqlDataSource database, TimeProvider time) : ICredentialStore
{
    private const int Size = 131_072;

    public async Task<KeptCredential?> FindAsync(CertificateId certificate, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, certificate, cancellationToken);
    }

    public async Task<KeptCredential> KeepAsync(
        CertificateId certificate,
        Func<StatusPlace, KeptCredential> sign,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var place = await TakePlaceAsync(connection, cancellationToken);
        // Whoever waited for the place may find that the other one came for the same certificate.
        if (await FindAsync(connection, certificate, cancellationToken) is { } quicker)
            return quicker;
        var made = sign(place);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO certificate_credentials
                (certificate_id, list_number, list_index, key_id, format, signed_at, content_hash, signature)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            connection
        );
        insert.Parameters.AddWithValue(certificate.Value);
        insert.Parameters.AddWithValue(place.List);
        insert.Parameters.AddWithValue(place.Index);
        insert.Parameters.AddWithValue(made.Key.Id);
        insert.Parameters.AddWithValue(made.Format);
        insert.Parameters.AddWithValue(made.SignedAt);
        insert.Parameters.AddWithValue(made.ContentHash);
        insert.Parameters.AddWithValue(made.Signature);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }

    public async Task<StatusListState?> StatusListAsync(int number, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT list.created_at, ended.list_index, ended.ended_at
            FROM credential_status_lists list
            LEFT JOIN (
                SELECT credential.list_number, credential.list_index, certificate.ended_at
                FROM certificate_credentials credential
                JOIN certificates certificate ON certificate.id = credential.certificate_id
                WHERE certificate.status <> 'Issued' AND credential.list_number = $1
            ) ended ON ended.list_number = list.number
            WHERE list.number = $1
            """
        );
        command.Parameters.AddWithValue(number);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var places = new List<int>();
        DateTimeOffset? changed = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            changed ??= reader.GetFieldValue<DateTimeOffset>(0);
            if (reader.IsDBNull(1))
                continue;
            places.Add(reader.GetInt32(1));
            var endedAt = reader.GetFieldValue<DateTimeOffset>(2);
            changed = changed < endedAt ? endedAt : changed;
        }
        return changed is { } at ? new StatusListState(places, at) : null;
    }

    /// <summary>The next place of the list that is being filled. Its row is locked until the place is used or given back.</summary>
    private async Task<StatusPlace> TakePlaceAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            var newest = await NewestListAsync(connection, cancellationToken);
            await using var take = new NpgsqlCommand(
                """
                UPDATE credential_status_lists SET used = used + 1 WHERE number = $1 AND used < $2
                RETURNING ((used - 1)::bigint * stride + start) % $2
                """,
                connection
            );
            take.Parameters.AddWithValue(newest);
            take.Parameters.AddWithValue(Size);
            if (await take.ExecuteScalarAsync(cancellationToken) is long index)
                return new StatusPlace(newest, (int)index);
            // By its number: of many who find the same list full, one begins the next.
            await BeginListAsync(connection, newest + 1, cancellationToken);
        }
    }

    private static async Task<int> NewestListAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand(
            "SELECT coalesce(max(number), 0) FROM credential_status_lists",
            connection
        );
        return (int)(await select.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task BeginListAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO credential_status_lists (number, used, stride, start, created_at) VALUES ($1, 0, $2, $3, $4)
            ON CONFLICT (number) DO NOTHING
            """,
            connection
        );
        insert.Parameters.AddWithValue(number);
        insert.Parameters.AddWithValue((RandomNumberGenerator.GetInt32(Size / 2) * 2) + 1);
        insert.Parameters.AddWithValue(RandomNumberGenerator.GetInt32(Size));
        insert.Parameters.AddWithValue(time.GetUtcNow());
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<KeptCredential?> FindAsync(
        NpgsqlConnection connection,
        CertificateId certificate,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT list_number, list_index, key_id, public_key, created_at, format, signed_at, content_hash, signature
            FROM certificate_credentials credential JOIN credential_keys key ON key.id = credential.key_id
            WHERE certificate_id = $1
            """,
            connection
        );
        command.Parameters.AddWithValue(certificate.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new KeptCredential(
                new StatusPlace(reader.GetInt32(0), reader.GetInt32(1)),
                new CredentialKey(reader.GetGuid(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)),
                reader.GetString(5),
                reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetFieldValue<byte[]>(7),
                reader.GetFieldValue<byte[]>(8)
            )
            : null;
    }
}
