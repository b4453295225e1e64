using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using Pionir.Application.Certificates.Credentials;

namespace Pionir.Infrastructure.Certificates.Credentials;

/// <summary>
/// Keys in the database, closed with the keys of decision 14, so that all instances sign with the same. A key that no
/// longer opens signs nothing more, but stays published.
/// </summary>
internal sealed class CredentialKeys(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider time)
    : ICredentialKeys
{
    private const string Select = """
        SELECT id, public_key, created_at, withdrawn_at, protected_key
        FROM credential_keys LEFT JOIN credential_key_withdrawals ON key_id = id
        """;

    private const string NoneThatCounts = """
         WHERE NOT EXISTS (
            SELECT 1 FROM credential_keys k
            WHERE NOT EXISTS (SELECT 1 FROM credential_key_withdrawals w WHERE w.key_id = k.id)
        )
        """;

    private readonly IDataProtector protector = protection.CreateProtector("Pionir.CredentialKeys");
    private readonly ConcurrentDictionary<Guid, byte[]> opened = new();

    public async Task<CredentialKey> CurrentAsync(CancellationToken cancellationToken) =>
        await NewestAsync(cancellationToken)
        ?? await MakeAsync(onlyWhenNone: true, cancellationToken)
        ?? await NewestAsync(cancellationToken)
        ?? await RotateAsync(cancellationToken);

    public async Task<CredentialKey> RotateAsync(CancellationToken cancellationToken) =>
        await MakeAsync(onlyWhenNone: false, cancellationToken)
        ?? throw new InvalidOperationException("A new key was not kept.");

    public async Task<IReadOnlyList<CredentialKey>> PublishedAsync(CancellationToken cancellationToken)
    {
        // Verifiers may ask before anything was signed.
        await CurrentAsync(cancellationToken);
        await using var select = database.CreateCommand($"{Select} ORDER BY created_at, id");
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var keys = new List<CredentialKey>();
        while (await reader.ReadAsync(cancellationToken))
            keys.Add(Read(reader));
        return keys;
    }

    public async Task<CredentialKey?> WithdrawAsync(
        string publicKey,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var signing = await CurrentAsync(cancellationToken);
        await using var insert = database.CreateCommand(
            """
            INSERT INTO credential_key_withdrawals (key_id, withdrawn_at, reason)
            SELECT id, $2, $3 FROM credential_keys WHERE public_key = $1
            ON CONFLICT (key_id) DO NOTHING
            """
        );
        insert.Parameters.AddWithValue(publicKey);
        insert.Parameters.AddWithValue(time.GetUtcNow());
        insert.Parameters.AddWithValue(reason);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        // Not an earlier one again, which may have been left for a reason.
        if (signing.PublicKey == publicKey)
            await RotateAsync(cancellationToken);
        return (await PublishedAsync(cancellationToken)).FirstOrDefault(key => key.PublicKey == publicKey);
    }

    public bool Holds(CredentialKey key, byte[] data, byte[] signature) =>
        Ed25519.Verify(Multibase.Ed25519Key(key.PublicKey), data, signature);

    public byte[] Sign(CredentialKey key, byte[] data) => Ed25519.Sign(opened[key.Id], data);

    private async Task<CredentialKey?> NewestAsync(CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(
            $"{Select} WHERE withdrawn_at IS NULL ORDER BY created_at DESC, id DESC"
        );
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = Read(reader);
            if (opened.ContainsKey(key.Id) || TryOpen(key.Id, reader.GetFieldValue<byte[]>(4)))
                return key;
        }
        return null;
    }

    private bool TryOpen(Guid id, byte[] closed)
    {
        try
        {
            opened[id] = protector.Unprotect(closed);
            return true;
        }
        catch (CryptographicException)
        {
            // Closed with keys that are gone.
            return false;
        }
    }

    /// <returns>Null when one was there already.</returns>
    private async Task<CredentialKey?> MakeAsync(bool onlyWhenNone, CancellationToken cancellationToken)
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519.SeedLength);
        var now = time.GetUtcNow();
        var key = new CredentialKey(Guid.CreateVersion7(now), Multibase.Ed25519Key(Ed25519.PublicKey(seed)), now, null);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Instances that start at once must not make one each.
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7342)", connection))
        {
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }
        await using var insert = new NpgsqlCommand(
            "INSERT INTO credential_keys (id, public_key, protected_key, created_at) SELECT $1, $2, $3, $4"
                + (onlyWhenNone ? NoneThatCounts : ""),
            connection
        );
        insert.Parameters.AddWithValue(key.Id);
        insert.Parameters.AddWithValue(key.PublicKey);
        insert.Parameters.AddWithValue(protector.Protect(seed));
        insert.Parameters.AddWithValue(now);
        var made = await insert.ExecuteNonQueryAsync(cancellationToken) == 1;
        await transaction.CommitAsync(cancellationToken);
        if (!made)
            return null;
        opened[key.Id] = seed;
        return key;
    }

    private static CredentialKey Read(NpgsqlDataReader reader) =>
        new(
            reader.GetGuid(0),
            reader.GetString(1),
            reader.GetFieldValue<DateTimeOffset>(2),
            reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3)
        );
}
