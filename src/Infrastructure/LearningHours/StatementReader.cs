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
    private const string Person = EmployeeDirectory.Cards + " WHERE e.id = $1";

    // The ledger is never rewritten: what was earned under a number of earlier times stays in the chain of that record.
    private const string Records =
        "employee_id = ANY (ARRAY(SELECT id FROM employees WHERE merged_into_id = $1) || $1)";
    private const string Entries = $"""
        SELECT id, occurred_on, title, kind, jp, minutes, form, cluster, origin_id, rule_version, calculation, posted_at,
            reverses, reason
        FROM ledger_entries WHERE {Records} AND year = $2 AND ($3 IS NULL OR posted_at <= $3)
        ORDER BY occurred_on DESC, sequence DESC
        """;
    private const string Years = $"""
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
