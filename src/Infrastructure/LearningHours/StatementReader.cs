using Npgsql;
using NpgsqlTypes;
using Pionir.Application.LearningHours;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Infrastructure.Organization;

namespace Pionir.Infrastructure.LearningHours;

/// <inheritdoc cref="IStatementReader"/>
internal sealed class StatementReader(NpgsqlDataSource database, IInstitutionClock clock) : IStatementReader
{
    /// <summary>Held by each posting until it ends, with the second in which it began.</summary>
    internal const int Posting = 2026293;

    private const string UnderWay = """
        SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid::bigint = $1
            AND objid::bigint <= $2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
        """;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    internal const string Person = EmployeeDirectory.Cards + " WHERE e.id = $1";

    // The ledger is never rewritten: what was earned under a number of earlier times stays in the chain of that record.
    private const string Records =
        "employee_id = ANY (ARRAY(SELECT id FROM employees WHERE merged_into_id = $1) || $1)";
    internal const string Entries = $"""
        SELECT id, occurred_on, title, kind, jp, minutes, form, cluster, origin_id, rule_version, calculation, posted_at,
            reverses, reason
        FROM ledger_entries WHERE {Records} AND year = $2 AND ($3 IS NULL OR posted_at <= $3)
        ORDER BY occurred_on DESC, sequence DESC
        """;
    internal const string Years = $"""
        SELECT year, sum(jp)::int FROM ledger_entries WHERE {Records} AND ($2 IS NULL OR posted_at <= $2)
        GROUP BY year
        """;

    public async Task<StatementRows> ReadAsync(
        EmployeeId id,
        int year,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        if (asOf is { } past)
            await FinalAsync(past, cancellationToken);
        var until = asOf is { } moment ? moment.UtcDateTime : (object)DBNull.Value;
        await using var batch = database.CreateBatch();
        var today = await clock.TodayAsync(cancellationToken);
        batch.BatchCommands.Add(new(Person) { Parameters = { Value(id.Value), Value(today) } });
        batch.BatchCommands.Add(new(Entries) { Parameters = { Value(id.Value), Value(year), Moment() } });
        batch.BatchCommands.Add(new(Years) { Parameters = { Value(id.Value), Moment() } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var person = await AllAsync(EmployeeDirectory.CardOf);
        await reader.NextResultAsync(cancellationToken);
        var entries = await AllAsync(EntryOf);
        await reader.NextResultAsync(cancellationToken);
        var years = await AllAsync(row => new JpYear(row.GetInt32(0), row.GetInt32(1)));
        return new StatementRows(person.SingleOrDefault(), entries, years);

        NpgsqlParameter Moment() => new() { Value = until, NpgsqlDbType = NpgsqlDbType.TimestampTz };

        async Task<List<T>> AllAsync<T>(Func<NpgsqlDataReader, T> read)
        {
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(read(reader));
            return rows;
        }
    }

    internal static int SecondOf(DateTimeOffset moment) => (int)moment.ToUnixTimeSeconds();

    /// <summary>
    /// A posting carries the time at which it began, and is seen when it ends: while one that began by then is under way,
    /// the state of that moment is not what it will be for ever. Of a moment further back nobody waits.
    /// </summary>
    private async Task FinalAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using (var command = database.CreateCommand(UnderWay))
            {
                command.Parameters.Add(Value((long)Posting));
                command.Parameters.Add(Value(moment.ToUnixTimeSeconds()));
                if (await command.ExecuteScalarAsync(cancellationToken) is false)
                    return;
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static StatementRow EntryOf(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetFieldValue<DateOnly>(1),
            row.GetString(2),
            Enum.Parse<LedgerEntryKind>(row.GetString(3)),
            row.GetInt32(4),
            row.GetInt32(5),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.IsDBNull(7) ? null : row.GetString(7),
            row.GetGuid(8),
            row.GetString(9),
            row.GetString(10),
            row.GetFieldValue<DateTimeOffset>(11),
            row.IsDBNull(12) ? null : row.GetGuid(12),
            row.IsDBNull(13) ? null : row.GetString(13)
        );
}
