using System.Runtime.CompilerServices;
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

    private const string Kept = """
        SELECT c.certificate_id, c.list_number, c.list_index, k.id, k.public_key, k.created_at, w.withdrawn_at,
               s.format, s.signed_at, s.content_hash, s.signature
        FROM certificate_credentials c
        CROSS JOIN LATERAL (
            SELECT c.key_id, c.format, c.signed_at, c.content_hash, c.signature, 0 AS edition
            UNION ALL
            SELECT r.key_id, r.format, r.signed_at, r.content_hash, r.signature, 1
            FROM certificate_credential_renewals r WHERE r.certificate_id = c.certificate_id
        ) s
        JOIN credential_keys k ON k.id = s.key_id
        LEFT JOIN credential_key_withdrawals w ON w.key_id = k.id
        """;

    public async Task<IReadOnlyList<KeptCredential>> FindAsync(
        CertificateId certificate,
        CancellationToken cancellationToken
    )
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
        if (await FindAsync(connection, certificate, cancellationToken) is [.., var quicker])
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

    public async Task<KeptCredential> RenewAsync(
        CertificateId certificate,
        KeptCredential renewed,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO certificate_credential_renewals
                (certificate_id, key_id, format, signed_at, content_hash, signature)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (certificate_id, key_id) DO NOTHING
            """,
            connection
        );
        insert.Parameters.AddWithValue(certificate.Value);
        insert.Parameters.AddWithValue(renewed.Key.Id);
        insert.Parameters.AddWithValue(renewed.Format);
        insert.Parameters.AddWithValue(renewed.SignedAt);
        insert.Parameters.AddWithValue(renewed.ContentHash);
        insert.Parameters.AddWithValue(renewed.Signature);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return (await FindAsync(connection, certificate, cancellationToken))[^1];
    }

    public async IAsyncEnumerable<(CredentialMatter Matter, KeptCredential Kept)> AllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(
            $"SELECT kept.*, o.number, o.snapshot, o.source_id, o.issued_at FROM ({Kept}) kept "
                + "JOIN certificates o ON o.id = kept.certificate_id"
        );
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return (
                new CredentialMatter(
                    reader.GetString(11),
                    CertificateSnapshot.FromJson(reader.GetString(12)),
                    reader.GetGuid(13),
                    reader.GetFieldValue<DateTimeOffset>(14)
                ),
                Read(reader)
            );
        }
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

    private static async Task<List<KeptCredential>> FindAsync(
        NpgsqlConnection connection,
        CertificateId certificate,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            $"{Kept} WHERE c.certificate_id = $1 ORDER BY s.edition, s.signed_at, k.created_at",
            connection
        );
        command.Parameters.AddWithValue(certificate.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<KeptCredential>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(Read(reader));
        return found;
    }

    private static KeptCredential Read(NpgsqlDataReader reader) =>
        new(
            new StatusPlace(reader.GetInt32(1), reader.GetInt32(2)),
            new CredentialKey(
                reader.GetGuid(3),
                reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6)
            ),
            reader.GetString(7),
            reader.GetFieldValue<DateTimeOffset>(8),
            reader.GetFieldValue<byte[]>(9),
            reader.GetFieldValue<byte[]>(10)
        );
}
