using System.Runtime.CompilerServices;
using Npgsql;
using Pionir.Application.Certificates.Credentials;
using Pionir.Domain.Certificates;

namespace Pionir.Infrastructure.Certificates.Credentials;

/// <summary>
/// Outside the request's transaction: a signature that was given out must stay, whatever becomes of the request.
/// </summary>
internal sealed class CredentialStore(NpgsqlDataSource database, StatusLists places) : ICredentialStore
{
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

    public async Task<IReadOnlyDictionary<CertificateId, IReadOnlyList<KeptCredential>>> FindAsync(
        IReadOnlyCollection<CertificateId> certificates,
        CancellationToken cancellationToken
    )
    {
        if (certificates.Count == 0)
            return new Dictionary<CertificateId, IReadOnlyList<KeptCredential>>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, certificates, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<CertificateId, KeptCredential>> KeepAsync(
        IReadOnlyCollection<CertificateId> certificates,
        Func<CertificateId, StatusPlace, KeptCredential> sign,
        CancellationToken cancellationToken
    )
    {
        if (certificates.Count == 0)
            return new Dictionary<CertificateId, KeptCredential>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var list = await places.LockAsync(connection, cancellationToken);
        // Whoever waited for the list may find that the other one came for the same certificates.
        var quicker = await FindAsync(connection, certificates, cancellationToken);
        var kept = quicker.ToDictionary(pair => pair.Key, pair => pair.Value[^1]);
        var made = new List<(CertificateId Certificate, KeptCredential Kept)>();
        foreach (var certificate in certificates.Where(one => !kept.ContainsKey(one)))
        {
            if (list.IsFull)
            {
                await list.SaveAsync(connection, cancellationToken);
                list = await places.LockAsync(connection, cancellationToken);
            }
            made.Add((certificate, kept[certificate] = sign(certificate, list.Take())));
        }
        await list.SaveAsync(connection, cancellationToken);
        await InsertAsync(connection, made, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return kept;
    }

    private static async Task InsertAsync(
        NpgsqlConnection connection,
        List<(CertificateId Certificate, KeptCredential Kept)> made,
        CancellationToken cancellationToken
    )
    {
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO certificate_credentials
                (certificate_id, list_number, list_index, key_id, format, signed_at, content_hash, signature)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            connection
        );
        insert.Parameters.AddWithValue(made.Select(one => one.Certificate.Value).ToArray());
        Add(kept => kept.Place.List);
        Add(kept => kept.Place.Index);
        Add(kept => kept.Key.Id);
        Add(kept => kept.Format);
        Add(kept => kept.SignedAt);
        Add(kept => kept.ContentHash);
        Add(kept => kept.Signature);
        await insert.ExecuteNonQueryAsync(cancellationToken);

        void Add<T>(Func<KeptCredential, T> value) =>
            insert.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. made.Select(one => value(one.Kept))] });
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
        return (await FindAsync(connection, [certificate], cancellationToken))[certificate][^1];
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

    private static async Task<IReadOnlyDictionary<CertificateId, IReadOnlyList<KeptCredential>>> FindAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<CertificateId> certificates,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            $"{Kept} WHERE c.certificate_id = ANY ($1) ORDER BY s.edition, s.signed_at, k.created_at",
            connection
        );
        command.Parameters.AddWithValue(certificates.Select(one => one.Value).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(CertificateId Certificate, KeptCredential Kept)>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add((CertificateId.From(reader.GetGuid(0)), Read(reader)));
        return found
            .GroupBy(one => one.Certificate)
            .ToDictionary(
                group => group.Key,
                IReadOnlyList<KeptCredential> (group) => [.. group.Select(one => one.Kept)]
            );
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
