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
        await using var select = database.CreateCommand(
            "SELECT id, public_key, created_at FROM credential_keys ORDER BY created_at, id"
        );
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var keys = new List<CredentialKey>();
        while (await reader.ReadAsync(cancellationToken))
            keys.Add(Read(reader));
        return keys;
    }

    public byte[] Sign(CredentialKey key, byte[] data) => Ed25519.Sign(opened[key.Id], data);

    private async Task<CredentialKey?> NewestAsync(CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(
            "SELECT id, public_key, created_at, protected_key FROM credential_keys ORDER BY created_at DESC, id DESC"
        );
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = Read(reader);
            if (opened.ContainsKey(key.Id) || TryOpen(key.Id, reader.GetFieldValue<byte[]>(3)))
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
        var key = new CredentialKey(Guid.CreateVersion7(now), Multibase.Ed25519Key(Ed25519.PublicKey(seed)), now);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Instances that start at once must not make one each.
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7342)", connection))
        {
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }
        await using var insert = new NpgsqlCommand(
            "INSERT INTO credential_keys (id, public_key, protected_key, created_at) SELECT $1, $2, $3, $4"
                + (onlyWhenNone ? " WHERE NOT EXISTS (SELECT 1 FROM credential_keys)" : ""),
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
        new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2));
}
