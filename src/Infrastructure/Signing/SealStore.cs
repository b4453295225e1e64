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

    public async Task<Seal?> FindAsync(SealSubject subject, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"SELECT {Columns} FROM paper_seals WHERE kind = $1 AND subject_id = $2"
        );
        command.Parameters.AddWithValue(subject.Kind.ToString());
        command.Parameters.AddWithValue(subject.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    public async Task<IReadOnlySet<Guid>> SignedAsync(
        SealedPaper kind,
        IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(
            "SELECT subject_id FROM paper_seals WHERE kind = $1 AND subject_id = ANY ($2)"
        );
        command.Parameters.AddWithValue(kind.ToString());
        command.Parameters.AddWithValue(subjects.ToArray());
        var signed = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            signed.Add(reader.GetGuid(0));
        }
        return signed;
    }

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

    public async Task<Seal> KeepAsync(SealSubject subject, Seal seal, CancellationToken cancellationToken)
    {
        await using var insert = database.CreateCommand(
            $"INSERT INTO paper_seals (kind, subject_id, {Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
                + "ON CONFLICT (kind, subject_id) DO NOTHING"
        );
        insert.Parameters.AddWithValue(subject.Kind.ToString());
        insert.Parameters.AddWithValue(subject.Id);
        insert.Parameters.AddWithValue(seal.PaperHash);
        insert.Parameters.AddWithValue(seal.FileHash);
        insert.Parameters.AddWithValue(seal.FileLength);
        insert.Parameters.AddWithValue(seal.SignedAt);
        insert.Parameters.AddWithValue(seal.Signer);
        insert.Parameters.AddWithValue(seal.Thumbprint);
        insert.Parameters.AddWithValue(seal.IsTest);
        insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = seal.TimestampedAt });
        insert.Parameters.AddWithValue(seal.Room);
        insert.Parameters.AddWithValue(seal.Signature);
        return await insert.ExecuteNonQueryAsync(cancellationToken) == 1
            ? seal
            : await FindAsync(subject, cancellationToken)
                ?? throw new InvalidOperationException("A seal vanished from an append-only table.");
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
