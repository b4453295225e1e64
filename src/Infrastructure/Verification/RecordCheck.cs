using System.Security.Cryptography;
using Npgsql;
using Pionir.Application.Common.Files;
using Pionir.Domain.Certificates;

namespace Pionir.Infrastructure.Verification;

/// <param name="Faults">What does not fit, the first of them; empty when all is whole.</param>
public sealed record CheckOutcome(long Looked, IReadOnlyList<string> Faults);

/// <summary>
/// Reads again what must never have changed, after a restore or whenever it is doubted: each person's chain of ledger
/// entries up to its head, each certificate against its hash, each stored file against its name.
/// </summary>
public sealed class RecordCheck(NpgsqlDataSource database, IFileStore files)
{
    private const int MostFaults = 50;

    private const string BrokenChains = """
        WITH chain AS (
            SELECT entry.employee_id, entry.sequence, entry.hash, entry.previous_hash,
                   ledger_entry_hash(entry) AS computed,
                   lag(entry.hash, 1, '\x'::bytea) OVER one AS before,
                   lag(entry.sequence, 1, 0) OVER one AS place_before
            FROM ledger_entries entry WINDOW one AS (PARTITION BY employee_id ORDER BY sequence)
        ), ends AS (
            SELECT DISTINCT ON (employee_id) employee_id, sequence, hash FROM ledger_entries
            ORDER BY employee_id, sequence DESC
        )
        SELECT 'entry ' || sequence || ' of ' || employee_id || CASE
                   WHEN sequence <> place_before + 1 THEN ': entries before it are missing'
                   WHEN previous_hash <> before THEN ': does not follow the entry before it'
                   ELSE ': its content was changed' END
        FROM chain WHERE sequence <> place_before + 1 OR previous_hash <> before OR hash <> computed
        UNION ALL
        SELECT 'the last entry of ' || coalesce(heads.employee_id, ends.employee_id) || ' is not the one that was written last'
        FROM ledger_heads heads FULL JOIN ends USING (employee_id)
        WHERE heads.sequence IS DISTINCT FROM coalesce(ends.sequence, 0)
            OR (ends.hash IS NOT NULL AND heads.hash <> ends.hash)
        LIMIT 50
        """;

    public async Task<CheckOutcome> LedgerAsync(CancellationToken cancellationToken)
    {
        await using var count = database.CreateCommand("SELECT count(*) FROM ledger_entries");
        var looked = (long)(await count.ExecuteScalarAsync(cancellationToken))!;
        await using var command = database.CreateCommand(BrokenChains);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var faults = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            faults.Add(reader.GetString(0));
        }
        return new CheckOutcome(looked, faults);
    }

    public Task<CheckOutcome> CertificatesAsync(CancellationToken cancellationToken) =>
        EachAsync(
            "SELECT number, snapshot, template_version, content_hash FROM certificates ORDER BY number",
            reader =>
                Task.FromResult(
                    CertificateSnapshot
                        .HashOf(reader.GetString(1), reader.GetString(2))
                        .AsSpan()
                        .SequenceEqual(reader.GetFieldValue<byte[]>(3))
                        ? null
                        : $"certificate {reader.GetString(0)}: its content was changed"
                ),
            cancellationToken
        );

    public Task<CheckOutcome> FilesAsync(CancellationToken cancellationToken) =>
        EachAsync(
            "SELECT hash FROM stored_files ORDER BY hash",
            reader => FileAsync(reader.GetString(0), cancellationToken),
            cancellationToken
        );

    private async Task<string?> FileAsync(string hash, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await files.OpenAsync(hash, cancellationToken);
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            return found == hash ? null : $"file {hash}: its content was changed";
        }
        catch (IOException)
        {
            return $"file {hash}: missing";
        }
    }

    private async Task<CheckOutcome> EachAsync(
        string sql,
        Func<NpgsqlDataReader, Task<string?>> judge,
        CancellationToken cancellationToken
    )
    {
        var faults = new List<string>();
        var looked = 0L;
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            looked++;
            if (await judge(reader) is { } fault && faults.Count < MostFaults)
            {
                faults.Add(fault);
            }
        }
        return new CheckOutcome(looked, faults);
    }
}
