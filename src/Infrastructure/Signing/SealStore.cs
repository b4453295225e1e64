using Npgsql;
using Pionir.Application.Common.Signing;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// Outside the request's transaction: a signature that was given out must stay, whatever becomes of the request.
/// </summary>
internal sealed class SealStore(NpgsqlDataSource database) : ISealStore
{
    private const string Columns =
        "paper_hash, file_hash, file_length, signed_at, signer, thumbprint, is_test, timestamped_at, room, signature";

    public async Task<Seal?> FindAsync(SealSubject subject, CancellationToken cancellationToken) =>
        (await FindAsync(subject.Kind, [subject.Id], cancellationToken)).GetValueOrDefault(subject.Id);

    public async Task<IReadOnlyDictionary<Guid, Seal>> FindAsync(
        SealedPaper kind,
        IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellationToken
    ) => await ReadAsync(Columns, Read, kind, subjects, cancellationToken);

    /// <summary>A list only asks whether: the signatures themselves, ten kilobytes each, stay where they are.</summary>
    public async Task<IReadOnlySet<Guid>> SignedAsync(
        SealedPaper kind,
        IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellationToken
    ) => (await ReadAsync("is_test", row => row.GetBoolean(0), kind, subjects, cancellationToken)).Keys.ToHashSet();

    public async Task<SealSubject?> FindByFileAsync(byte[] fileHash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT kind, subject_id FROM paper_seals WHERE file_hash = $1"
        );
        command.Parameters.AddWithValue(fileHash);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new SealSubject(Enum.Parse<SealedPaper>(reader.GetString(0)), reader.GetGuid(1))
            : null;
    }

    public async Task<IReadOnlyDictionary<Guid, Seal>> KeepAsync(
        SealedPaper kind,
        IReadOnlyDictionary<Guid, Seal> seals,
        CancellationToken cancellationToken
    )
    {
        if (seals.Count == 0)
            return seals;
        // In one order always: two downloads of the same batch then wait for each other instead of locking up.
        var ordered = seals.OrderBy(pair => pair.Key).ToList();
        await using var insert = database.CreateCommand(
            $"""
            INSERT INTO paper_seals (kind, subject_id, {Columns})
            SELECT $1, * FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (kind, subject_id) DO NOTHING
            """
        );
        insert.Parameters.AddWithValue(kind.ToString());
        insert.Parameters.AddWithValue(ordered.Select(pair => pair.Key).ToArray());
        Add(seal => seal.PaperHash);
        Add(seal => seal.FileHash);
        Add(seal => seal.FileLength);
        Add(seal => seal.SignedAt);
        Add(seal => seal.Signer);
        Add(seal => seal.Thumbprint);
        Add(seal => seal.IsTest);
        Add(seal => seal.TimestampedAt);
        Add(seal => seal.Room);
        Add(seal => seal.Signature);
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == ordered.Count)
            return seals;
        var counting = await FindAsync(kind, [.. seals.Keys], cancellationToken);
        return counting.Count == seals.Count
            ? counting
            : throw new InvalidOperationException("A seal vanished from an append-only table.");

        void Add<T>(Func<Seal, T> value) =>
            insert.Parameters.Add(
                new NpgsqlParameter<T[]> { TypedValue = [.. ordered.Select(pair => value(pair.Value))] }
            );
    }

    public async Task<KnownSigner?> SignerAsync(byte[] thumbprint, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT signer, is_test FROM paper_seals WHERE thumbprint = $1 LIMIT 1"
        );
        command.Parameters.AddWithValue(thumbprint);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new KnownSigner(reader.GetString(0), reader.GetBoolean(1))
            : null;
    }

    private async Task<Dictionary<Guid, T>> ReadAsync<T>(
        string columns,
        Func<NpgsqlDataReader, T> read,
        SealedPaper kind,
        IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(
            $"SELECT {columns}, subject_id FROM paper_seals WHERE kind = $1 AND subject_id = ANY ($2)"
        );
        command.Parameters.AddWithValue(kind.ToString());
        command.Parameters.AddWithValue(subjects.ToArray());
        var found = new Dictionary<Guid, T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetGuid(reader.FieldCount - 1), read(reader));
        }
        return found;
    }

    private static Seal Read(NpgsqlDataReader reader) =>
        new(
            reader.GetFieldValue<byte[]>(0),
            reader.GetFieldValue<byte[]>(1),
            reader.GetInt64(2),
            reader.GetFieldValue<DateTimeOffset>(3),
            reader.GetString(4),
            reader.GetFieldValue<byte[]>(5),
            reader.GetBoolean(6),
            reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
            reader.GetInt32(8),
            reader.GetFieldValue<byte[]>(9)
        );
}
