using System.Runtime.CompilerServices;
using Npgsql;
using Pionir.Application.LearningHours.Verification;
using Pionir.Domain.LearningHours;

namespace Pionir.Infrastructure.LearningHours;

/// <inheritdoc cref="ILedgerChains"/>
internal sealed class LedgerChains(NpgsqlDataSource database, LedgerKey key) : ILedgerChains
{
    private const int PeopleAtOnce = 5000;

    // Also people without a head: an entry may have been put in past the trigger that keeps the heads, or taken with it.
    private const string Next = """
        SELECT employee_id FROM (
            (SELECT employee_id FROM ledger_heads WHERE employee_id > $1 ORDER BY 1 LIMIT $2)
            UNION
            (SELECT DISTINCT employee_id FROM ledger_entries WHERE employee_id > $1 ORDER BY 1 LIMIT $2)
            UNION
            (SELECT DISTINCT employee_id FROM ledger_seals WHERE employee_id > $1 ORDER BY 1 LIMIT $2)
            UNION
            (SELECT DISTINCT employee_id FROM year_results WHERE employee_id > $1 ORDER BY 1 LIMIT $2)
        ) people ORDER BY 1 LIMIT $2
        """;

    private const string Broken = """
        WITH chain AS (
            SELECT entry.employee_id, entry.sequence, entry.hash, entry.previous_hash,
                   ledger_entry_hash(entry) AS computed,
                   lag(entry.hash, 1, '\x'::bytea) OVER one AS before,
                   lag(entry.sequence, 1, 0) OVER one AS place_before
            FROM ledger_entries entry WHERE employee_id > $1 AND employee_id <= $2
            WINDOW one AS (PARTITION BY employee_id ORDER BY sequence)
        ), ends AS (
            SELECT DISTINCT ON (employee_id) employee_id, sequence, hash
            FROM ledger_entries WHERE employee_id > $1 AND employee_id <= $2
            ORDER BY employee_id, sequence DESC
        ), heads AS (
            SELECT employee_id, sequence, hash FROM ledger_heads WHERE employee_id > $1 AND employee_id <= $2
        )
        SELECT employee_id, sequence, CASE
                   WHEN sequence <> place_before + 1 THEN 'Missing'
                   WHEN previous_hash <> before THEN 'OutOfPlace'
                   ELSE 'Changed' END
        FROM chain WHERE sequence <> place_before + 1 OR previous_hash <> before OR hash <> computed
        UNION ALL
        SELECT coalesce(heads.employee_id, ends.employee_id), coalesce(ends.sequence, 0), 'EndDiffers'
        FROM heads FULL JOIN ends USING (employee_id)
        WHERE heads.sequence IS DISTINCT FROM coalesce(ends.sequence, 0) OR (ends.hash IS NOT NULL AND heads.hash <> ends.hash)
        UNION ALL
        SELECT result.employee_id, result.year, 'YearDiffers'
        FROM year_results result JOIN year_closings closing ON closing.id = result.closing_id AND closing.reopened_at IS NULL
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(of_record.jp), 0) AS jp, sha256(string_agg(of_record.hash, '' ORDER BY of_record.record)) AS chain_end
                FROM unnest(coalesce(result.records, ARRAY[result.employee_id])) AS record (id)
                CROSS JOIN LATERAL (
                    SELECT record.id AS record, sum(jp) AS jp, (array_agg(hash ORDER BY sequence DESC))[1] AS hash
                    FROM ledger_entries WHERE employee_id = record.id AND year = result.year
                    HAVING count(*) > 0) of_record) now
        WHERE result.employee_id > $1 AND result.employee_id <= $2
          AND (now.jp <> result.jp OR now.chain_end IS DISTINCT FROM result.chain_end)
        ORDER BY 1, 2
        """;

    private const string Sealed = """
        SELECT employee_id, sequence, entry.hash, seal.seal
        FROM (SELECT employee_id, sequence, hash FROM ledger_entries WHERE employee_id > $1 AND employee_id <= $2) entry
        FULL JOIN (SELECT employee_id, sequence, seal FROM ledger_seals WHERE employee_id > $1 AND employee_id <= $2) seal
            USING (employee_id, sequence)
        ORDER BY 1, 2
        """;

    public async Task<int> CountPeopleAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*)::int FROM ledger_heads");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async IAsyncEnumerable<ChainsRead> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = Guid.Empty;
        while (await NextAsync(after, cancellationToken) is { Count: > 0 } people)
        {
            var last = people[^1];
            yield return await ReadAsync(after, last, people.Count, cancellationToken);
            after = last;
        }
    }

    private async Task<ChainsRead> ReadAsync(Guid after, Guid last, int people, CancellationToken cancellationToken)
    {
        var keys = await key.OpenAsync(cancellationToken);
        await using var batch = database.CreateBatch();
        batch.Timeout = 0;
        foreach (var sql in new[] { Broken, Sealed })
        {
            batch.BatchCommands.Add(
                new(sql)
                {
                    Parameters =
                    {
                        new() { Value = after },
                        new() { Value = last },
                    },
                }
            );
        }
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var faults = new List<ChainFault>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var kind = Enum.Parse<LedgerFaultKind>(reader.GetString(2));
            faults.Add(new(reader.GetGuid(0), reader.GetInt32(1), kind));
        }
        await reader.NextResultAsync(cancellationToken);
        var entries = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            var (hash, seal) = (Bytes(reader, 2), Bytes(reader, 3));
            entries += hash is null ? 0 : 1;
            if (SealFault(keys, hash, seal) is { } kind)
                faults.Add(new(reader.GetGuid(0), reader.GetInt32(1), kind));
        }
        return new ChainsRead(people, entries, faults);
    }

    private static LedgerFaultKind? SealFault(IReadOnlyList<byte[]> keys, byte[]? hash, byte[]? seal) =>
        hash is null ? LedgerFaultKind.Gone
        : seal is null || !keys.Any(one => LedgerKey.Seal(one, hash).AsSpan().SequenceEqual(seal))
            ? LedgerFaultKind.NotSealed
        : null;

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private async Task<List<Guid>> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Next);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = PeopleAtOnce });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var people = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            people.Add(reader.GetGuid(0));
        return people;
    }
}
