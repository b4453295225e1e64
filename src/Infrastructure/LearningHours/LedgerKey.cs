using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using NpgsqlTypes;

namespace Pionir.Infrastructure.LearningHours;

/// <summary>
/// The key whose seals tell what the ledger posted from what SQL put in: in the database, closed with the keys of
/// decision 14. When the first one is made, it seals what stands by then.
/// </summary>
internal sealed class LedgerKey(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider time)
    : IDisposable
{
    private const string Chained = "SELECT employee_id, sequence, hash FROM ledger_entries";

    private readonly IDataProtector protector = protection.CreateProtector("Pionir.LedgerKeys");
    private readonly SemaphoreSlim gate = new(1, 1);
    private IReadOnlyList<byte[]>? keys;

    /// <summary>To be asked for before anything is posted: making the first key waits for nobody's posting.</summary>
    /// <returns>The newest first, with which to seal.</returns>
    public async ValueTask<IReadOnlyList<byte[]>> OpenAsync(CancellationToken cancellationToken)
    {
        if (keys is { } known)
            return known;
        await gate.WaitAsync(cancellationToken);
        try
        {
            return keys ??= await ReadOrMakeAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public static byte[] Seal(byte[] key, byte[] hash) => HMACSHA256.HashData(key, hash);

    public void Dispose() => gate.Dispose();

    private async Task<IReadOnlyList<byte[]>> ReadOrMakeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Instances that start at once must not make one each.
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7343)", connection))
        {
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }
        var (opened, isFirst) = await ReadAsync(connection, cancellationToken);
        if (opened.Count > 0)
            return opened;
        var key = await MakeAsync(connection, cancellationToken);
        if (isFirst)
            await SealAllAsync(connection, key, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [key];
    }

    private async Task<(List<byte[]> Opened, bool IsFirst)> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var select = new NpgsqlCommand(
            "SELECT protected_key FROM ledger_keys ORDER BY created_at DESC, id DESC",
            connection
        );
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var (opened, isFirst) = (new List<byte[]>(), true);
        while (await reader.ReadAsync(cancellationToken))
        {
            isFirst = false;
            try
            {
                opened.Add(protector.Unprotect(reader.GetFieldValue<byte[]>(0)));
            }
            catch (CryptographicException)
            {
                // Closed with keys that are gone; what it sealed is reported, and a new one seals from now on.
            }
        }
        return (opened, isFirst);
    }

    private async Task<byte[]> MakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);
        await using var insert = new NpgsqlCommand("INSERT INTO ledger_keys VALUES ($1, $2, $3)", connection);
        insert.Parameters.AddWithValue(Guid.CreateVersion7());
        insert.Parameters.AddWithValue(protector.Protect(key));
        insert.Parameters.AddWithValue(time.GetUtcNow());
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return key;
    }

    private async Task SealAllAsync(NpgsqlConnection connection, byte[] key, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(Chained);
        select.CommandTimeout = 0;
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await using var seals = await connection.BeginBinaryImportAsync(
            "COPY ledger_seals FROM STDIN (FORMAT binary)",
            cancellationToken
        );
        while (await reader.ReadAsync(cancellationToken))
        {
            await seals.StartRowAsync(cancellationToken);
            await seals.WriteAsync(reader.GetGuid(0), NpgsqlDbType.Uuid, cancellationToken);
            await seals.WriteAsync(reader.GetInt32(1), NpgsqlDbType.Integer, cancellationToken);
            var seal = Seal(key, reader.GetFieldValue<byte[]>(2));
            await seals.WriteAsync(seal, NpgsqlDbType.Bytea, cancellationToken);
        }
        await seals.CompleteAsync(cancellationToken);
    }
}
