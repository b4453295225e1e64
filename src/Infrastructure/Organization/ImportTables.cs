using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Imports;
using Pionir.Infrastructure.Identity;
using Pionir.Infrastructure.Persistence.Sql;
using IDatabase = Pionir.Application.Common.Persistence.IDatabase;

namespace Pionir.Infrastructure.Organization;

internal sealed class ImportTables(IDatabase database, CurrentUser user, TimeProvider time) : IImportTables
{
    // A roster of millions takes minutes; the job's lease watches over a run that hangs.
    private const int Timeout = 3600;

    public Task ClearAsync(ImportId id, CancellationToken cancellationToken) =>
        ExecuteAsync(
            """
            DELETE FROM import_findings WHERE import_id = @import;
            DELETE FROM import_rows WHERE import_id = @import;
            """,
            cancellationToken,
            ("import", id.Value)
        );

    public Task ForgetRestAsync(Import import, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "DELETE FROM import_findings WHERE import_id = @import AND row_number > @after AND outcome NOT IN ('Wrong', 'Doubtful')",
            cancellationToken,
            ("import", import.Id.Value),
            ("after", import.AppliedThrough)
        );

    public async Task WriteRowsAsync(ImportId id, IEnumerable<StagedRow> rows, CancellationToken cancellationToken)
    {
        await ImportCopy.WriteAsync(Connection, id, rows, cancellationToken);
        await ExecuteAsync("SELECT refresh_import_statistics()", cancellationToken);
    }

    public async Task<IReadOnlyList<StagedUnit>> ReadUnitsAsync(ImportId id, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            SELECT row_number, new_id, key, name, kind, parent_code, active_from, active_to, errors
            FROM import_rows WHERE import_id = @import ORDER BY row_number
            """,
            ("import", id.Value)
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var units = new List<StagedUnit>();
        while (await reader.ReadAsync(cancellationToken))
        {
            units.Add(
                new StagedUnit(
                    reader.GetInt32(0),
                    reader.GetGuid(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.IsDBNull(5) ? null : reader.GetString(5),
                    reader.IsDBNull(6) ? null : reader.GetFieldValue<DateOnly>(6),
                    reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7),
                    reader.GetFieldValue<string[]>(8)
                )
            );
        }
        return units;
    }

    public async Task WriteFindingsAsync(
        ImportId id,
        IEnumerable<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        await ExecuteAsync(
            "DELETE FROM import_findings WHERE import_id = @import",
            cancellationToken,
            ("import", id.Value)
        );
        await ImportCopy.WriteAsync(Connection, id, findings, cancellationToken);
    }

    public async Task<IReadOnlyList<RenamedRow>> ReadRenamedAsync(ImportId id, CancellationToken cancellationToken)
    {
        await using var command = Command(SqlText.Read("find_renamed_employees"), ("import", id.Value));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<RenamedRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new RenamedRow(reader.GetInt32(0), Traits(1), Traits(4)));
        }
        return rows;

        PersonTraits Traits(int at) =>
            new(
                reader.GetFieldValue<string[]>(at),
                reader.IsDBNull(at + 1) ? null : reader.GetFieldValue<DateOnly>(at + 1),
                reader.IsDBNull(at + 2) ? null : Enum.Parse<Sex>(reader.GetString(at + 2))
            );
    }

    public async Task<EmployeeId?> ConfirmAsync(
        ImportId id,
        int row,
        bool samePerson,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command(
            SqlText.Read(samePerson ? "confirm_import_row" : "doubt_import_row"),
            ("import", id.Value),
            ("row", row),
            ("code", ImportRowErrors.AnotherPerson)
        );
        return await command.ExecuteScalarAsync(cancellationToken) is Guid person ? EmployeeId.From(person) : null;
    }

    public async Task FindEmployeesAsync(
        Import import,
        IReadOnlyCollection<int> doubtful,
        CancellationToken cancellationToken
    )
    {
        await ExecuteAsync("SET LOCAL work_mem = '128MB'; SET LOCAL hash_mem_multiplier = 2", cancellationToken);
        await ExecuteAsync(
            SqlText.Read("find_employees"),
            cancellationToken,
            ("import", import.Id.Value),
            ("after", import.AppliedThrough),
            ("doubtful", doubtful.ToArray()),
            ("code", ImportRowErrors.AnotherPerson)
        );
        if (import.MissingLeave)
        {
            await ExecuteAsync(
                SqlText.Read("find_missing_employees"),
                cancellationToken,
                ("import", import.Id.Value),
                ("after", import.AppliedThrough),
                ("as_of", import.AsOf)
            );
        }
        await ExecuteAsync(
            "SET LOCAL work_mem TO DEFAULT; SET LOCAL hash_mem_multiplier TO DEFAULT; SELECT refresh_import_statistics()",
            cancellationToken
        );
    }

    public async Task<ImportCounts> CountAsync(ImportId id, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            SELECT (SELECT count(*) FROM import_rows WHERE import_id = @import),
                   count(*) FILTER (WHERE outcome = 'New'), count(*) FILTER (WHERE outcome = 'Changed'),
                   count(*) FILTER (WHERE outcome = 'Leaving'), count(*) FILTER (WHERE outcome = 'Unchanged'),
                   count(*) FILTER (WHERE outcome = 'Wrong'),
                   count(*) FILTER (WHERE outcome = 'Doubtful')
            FROM import_findings WHERE import_id = @import
            """,
            ("import", id.Value)
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        int Count(int column) => (int)reader.GetInt64(column);
        return new ImportCounts(Count(0), Count(1), Count(2), Count(3), Count(4), Count(5), Count(6));
    }

    public async Task<bool> IsOutdatedAsync(Import import, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            SELECT EXISTS (SELECT FROM imports WHERE applied_at >= @checked)
                OR EXISTS (SELECT FROM employees WHERE merged_into_id IS NOT NULL AND changed_at >= @checked)
            """,
            ("checked", import.CheckedAt ?? DateTimeOffset.MinValue)
        );
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<bool> LockAsync(ImportId id, int appliedThrough, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "SELECT applied_through FROM imports WHERE id = @import AND state = 'Applying' FOR UPDATE",
            ("import", id.Value)
        );
        return await command.ExecuteScalarAsync(cancellationToken) is int mark && mark == appliedThrough;
    }

    public async Task<int> LastRowAsync(ImportId id, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(
            "SELECT coalesce(max(row_number), 0) FROM import_findings WHERE import_id = @import",
            ("import", id.Value)
        );
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public Task ApplyEmployeesAsync(Import import, int after, int through, CancellationToken cancellationToken) =>
        ExecuteAsync(
            SqlText.Read("apply_employees"),
            cancellationToken,
            ("import", import.Id.Value),
            ("after", after),
            ("through", through),
            ("as_of", import.AsOf),
            ("now", time.GetUtcNow()),
            ("user", user.UserId),
            ("user_name", user.DisplayName)
        );

    public async Task SettleAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await ExecuteAsync("SELECT refresh_people_statistics()", cancellationToken);
        await ExecuteAsync(
            SqlText.Read("settle_organization"),
            cancellationToken,
            ("today", today),
            ("now", time.GetUtcNow()),
            ("user", user.UserId),
            ("user_name", user.DisplayName)
        );
    }

    private NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    private NpgsqlCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var transaction = database.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction;
        var command = new NpgsqlCommand(sql, Connection, transaction) { CommandTimeout = Timeout };
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }
        return command;
    }

    private async Task ExecuteAsync(
        string sql,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] values
    )
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
