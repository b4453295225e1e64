using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.LearningHours.Openings;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.Imports;
using Pionir.Infrastructure.Persistence.Sql;
using IDatabase = Pionir.Application.Common.Persistence.IDatabase;

namespace Pionir.Infrastructure.LearningHours;

/// <inheritdoc cref="IOpeningTables"/>
internal sealed class OpeningTables(
    IDatabase database,
    ICurrentUser user,
    IAuditLog audit,
    LedgerSealing sealing,
    TimeProvider time
) : IOpeningTables
{
    // Millions of rows take minutes; the job's lease watches over a run that hangs.
    private const int Timeout = 3600;

    public async Task FindAsync(Import import, DateOnly today, string[] forms, CancellationToken cancellationToken)
    {
        await using var command = Command(
            // The dry run of the same rows by hash, as for people.
            "SET LOCAL work_mem = '128MB'; "
                + SqlText.Read("find_openings")
                + "; SET LOCAL work_mem TO DEFAULT; SELECT refresh_import_statistics()",
            ("import", import.Id.Value),
            ("after", import.AppliedThrough),
            ("today", today),
            ("forms", forms)
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> AreYearsOutdatedAsync(Import import, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "SELECT EXISTS (SELECT FROM year_closings WHERE greatest(closed_at, reopened_at) >= @checked)",
            ("checked", import.CheckedAt ?? DateTimeOffset.MinValue)
        );
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<int> ApplyAsync(Import import, int after, int through, CancellationToken cancellationToken)
    {
        await using var command = Command(
            SqlText.Read("apply_openings") + LedgerSealing.Posted,
            ("import", import.Id.Value),
            ("after", after),
            ("through", through),
            ("now", time.GetUtcNow()),
            ("user", user.UserId)
        );
        var posted = await sealing.PostAsync(command, cancellationToken);
        audit.Record(
            "PostJp",
            nameof(LedgerEntryKind.Opening),
            import.Id.Value,
            import.FileName,
            new { Entries = posted }
        );
        return posted;
    }

    private NpgsqlCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)database.Database.GetDbConnection())
        {
            Transaction = (NpgsqlTransaction?)database.Database.CurrentTransaction?.GetDbTransaction(),
            CommandTimeout = Timeout,
        };
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
