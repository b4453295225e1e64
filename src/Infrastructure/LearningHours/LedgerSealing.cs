using Npgsql;

namespace Pionir.Infrastructure.LearningHours;

/// <summary>Runs a statement that posts entries, and puts a seal on each in the same transaction.</summary>
internal sealed class LedgerSealing(LedgerKey key)
{
    /// <summary>What a statement that posts ends with.</summary>
    public const string Posted = " RETURNING employee_id, sequence, hash";

    // A seal that is there already is of an entry that was taken out by hand: it stays, and the check names the place.
    private const string Insert = "INSERT INTO ledger_seals SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING";

    /// <returns>How many entries were posted.</returns>
    public async Task<int> PostAsync(NpgsqlCommand post, CancellationToken cancellationToken)
    {
        var sealing = (await key.OpenAsync(cancellationToken))[0];
        var (people, sequences, seals) = (new List<Guid>(), new List<int>(), new List<byte[]>());
        await using (var reader = await post.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                people.Add(reader.GetGuid(0));
                sequences.Add(reader.GetInt32(1));
                seals.Add(LedgerKey.Seal(sealing, reader.GetFieldValue<byte[]>(2)));
            }
        }
        if (people.Count == 0)
            return 0;
        await using var insert = new NpgsqlCommand(Insert, post.Connection, post.Transaction);
        insert.CommandTimeout = post.CommandTimeout;
        insert.Parameters.AddWithValue(people.ToArray());
        insert.Parameters.AddWithValue(sequences.ToArray());
        insert.Parameters.AddWithValue(seals.ToArray());
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return people.Count;
    }
}
