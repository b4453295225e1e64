using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Pionir.Application.LearningHours.Years;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Persistence.Sql;
using IDatabase = Pionir.Application.Common.Persistence.IDatabase;

namespace Pionir.Infrastructure.LearningHours;

/// <inheritdoc cref="IYearBooks"/>
internal sealed class YearBooks(IDatabase database, NpgsqlDataSource source) : IYearBooks
{
    private const int TrainingsShown = 20;

    private const string Totals = """
        count(*)::int, (count(*) FILTER (WHERE minimum_jp > 0))::int,
        (count(*) FILTER (WHERE minimum_jp > 0 AND met))::int, coalesce(sum(jp), 0)::bigint
        """;

    public Task LockAsync(int year, CancellationToken cancellationToken) =>
        // The number is that of the trigger on the ledger.
        database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(2026180, {year})", cancellationToken);

    public Task<YearFigures> CountAsync(int year, YearTargets targets, CancellationToken cancellationToken) =>
        FiguresAsync(
            $"{SqlText.Read("year_standing")} SELECT {Totals} FROM standing",
            cancellationToken,
            [.. Standing(year, targets, Guid.Empty, null)]
        );

    public Task<YearFigures> FrozenAsync(YearClosingId closing, CancellationToken cancellationToken) =>
        FiguresAsync(
            $"SELECT {Totals} FROM year_results WHERE closing_id = @closing",
            cancellationToken,
            new NpgsqlParameter("closing", closing.Value)
        );

    public async Task<Guid?> FreezeAsync(
        YearClosingId closing,
        int year,
        YearTargets targets,
        Guid after,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command(
            $"""
            {SqlText.Read("year_standing")}, frozen AS (
                INSERT INTO year_results (employee_id, closing_id, year, unit_id, employment_type, minimum_jp, maximum_jp,
                                          jp, counted, met, records, chain_end)
                SELECT standing.id, closing.id, @year, standing.unit_id, standing.employment_type, standing.minimum_jp,
                       standing.maximum_jp, standing.jp, standing.counted, standing.met, standing.records, standing.chain_end
                FROM standing, year_closings closing
                WHERE closing.id = @closing AND closing.reopened_at IS NULL
                ON CONFLICT DO NOTHING
            )
            SELECT id FROM people ORDER BY id DESC LIMIT 1
            """,
            [.. Standing(year, targets, after, IYearBooks.PeopleAtOnce), new NpgsqlParameter("closing", closing.Value)]
        );
        return (Guid?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public async Task<int> CountEmployeesAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT count(*)::int FROM employees WHERE merged_into_id IS NULL");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<YearOpenWork> OpenWorkAsync(int year, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            SELECT count(*) OVER ()::int, id, title, ends_on FROM trainings
            WHERE ends_on BETWEEN @first AND @last AND state = ANY (@ahead)
            ORDER BY ends_on, title LIMIT @shown
            """,
            new NpgsqlParameter("first", new DateOnly(year, 1, 1)),
            new NpgsqlParameter("last", new DateOnly(year, 12, 31)),
            new NpgsqlParameter("ahead", TrainingStates.Ahead.Select(state => state.ToString()).ToArray()),
            new NpgsqlParameter("shown", TrainingsShown)
        );
        var (total, first) = (0, new List<OpenYearTraining>());
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                total = reader.GetInt32(0);
                first.Add(new(reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3)));
            }
        }
        await using var missing = Command(
            """
            SELECT count(*)::int FROM trainings t JOIN participants p ON p.training_id = t.id AND p.state = 'Passed'
            WHERE t.ends_on BETWEEN @first AND @last AND t.state IN ('Completed', 'Closed') AND t.scheme = 'SelfManaged'
              AND NOT EXISTS (SELECT FROM certificates c WHERE c.participant_id = p.id AND c.status = 'Issued')
            """,
            new NpgsqlParameter("first", new DateOnly(year, 1, 1)),
            new NpgsqlParameter("last", new DateOnly(year, 12, 31))
        );
        return new YearOpenWork(total, first, (int)(await missing.ExecuteScalarAsync(cancellationToken))!);
    }

    private static IEnumerable<NpgsqlParameter> Standing(int year, YearTargets targets, Guid after, int? most) =>
        [
            new("year", year),
            new("first", new DateOnly(year, 1, 1)),
            new("last", new DateOnly(year, 12, 31)),
            new("after", after),
            new("most", NpgsqlDbType.Integer) { Value = (object?)most ?? DBNull.Value },
            new("types", targets.Types),
            new("minimum", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = targets.Minimum },
            new("maximum", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = targets.Maximum },
        ];

    private async Task<YearFigures> FiguresAsync(
        string sql,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] values
    )
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new YearFigures(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3));
    }

    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] values)
    {
        var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.Parameters.AddRange(values);
        return command;
    }
}
