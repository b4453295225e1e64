using Npgsql;
using NpgsqlTypes;
using Pionir.Application.Certificates.Signing;
using Pionir.Domain.Certificates;

namespace Pionir.Infrastructure.Signing;

/// <summary>Outside the request's transaction: the request that finds the authority away is refused.</summary>
internal sealed class StampQueue(NpgsqlDataSource database, TimeProvider time) : IStampQueue
{
    public async Task AddAsync(CertificateId certificate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO stamp_queue (certificate_id, asked_at, attempts, next_attempt_at) VALUES ($1, $2, 0, $2)
            ON CONFLICT (certificate_id) DO NOTHING
            """
        );
        command.Parameters.AddWithValue(certificate.Value);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RemoveAsync(CertificateId certificate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("DELETE FROM stamp_queue WHERE certificate_id = $1");
        command.Parameters.AddWithValue(certificate.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task PostponeAsync(CancellationToken cancellationToken) => PostponeAsync(null, cancellationToken);

    public Task PostponeAsync(CertificateId certificate, CancellationToken cancellationToken) =>
        PostponeAsync(certificate.Value, cancellationToken);

    private async Task PostponeAsync(Guid? only, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            UPDATE stamp_queue SET attempts = attempts + 1,
                next_attempt_at = $1 + least(interval '1 minute' * 2 ^ least(attempts, 6), interval '1 hour')
            WHERE next_attempt_at <= $1 AND ($2 IS NULL OR certificate_id = $2)
            """
        );
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.Add(new() { Value = (object?)only ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<CertificateId>> DueAsync(int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT certificate_id FROM stamp_queue WHERE next_attempt_at <= $1 ORDER BY asked_at LIMIT $2"
        );
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.AddWithValue(most);
        return [.. (await ReadAsync(command, cancellationToken)).Select(CertificateId.From)];
    }

    public async Task<IReadOnlySet<Guid>> WaitingAsync(
        IReadOnlyCollection<Guid> certificates,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(
            "SELECT certificate_id FROM stamp_queue WHERE certificate_id = ANY ($1)"
        );
        command.Parameters.AddWithValue(certificates.ToArray());
        return (await ReadAsync(command, cancellationToken)).ToHashSet();
    }

    private static async Task<List<Guid>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0));
        return found;
    }
}
