using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Pionir.Application.Common.Jobs;

namespace Pionir.Infrastructure.Retention;

/// <summary>
/// Takes away what has served its purpose, in small steps that hold nobody up. Audit, ledger and certificates are
/// never touched: they are the record.
/// </summary>
internal sealed class ClearOldData(
    NpgsqlDataSource database,
    TimeProvider time,
    IOptions<RetentionRules> rules,
    ILogger<ClearOldData> logger
) : IRecurringTask
{
    private const int Step = 5_000;

    public static string Cron => "0 20 3 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var days = rules.Value;
        await DeleteAsync("sign_in_sessions", "coalesce(ended_at, expires_at) < $1", days.Sessions, cancellationToken);
        await DeleteAsync(
            "account_links",
            "least(used_at, replaced_at, expires_at) < $1",
            days.Links,
            cancellationToken
        );
        await DeleteAsync("api_tokens", "expires_at < $1", days.Links, cancellationToken);
        await DeleteAsync("jobs", "finished_at < $1", days.Jobs, cancellationToken);
        await DeleteAsync("notifications", "read_at < $1", days.Notifications, cancellationToken);
        await ForgetMailAsync(days.Mail, cancellationToken);
        await ForgetImportsAsync(days.Imports, cancellationToken);
    }

    /// <summary>First the import is closed, so that nobody applies half of it; then its rows go, with those of a run cut off.</summary>
    private async Task ForgetImportsAsync(int days, CancellationToken cancellationToken)
    {
        await RepeatAsync(
            "imports",
            $"""
            UPDATE imports SET rows_cleared_at = $1 + interval '{days} days',
                state = CASE state WHEN 'Checked' THEN 'Discarded' ELSE state END
            WHERE id = ANY (ARRAY(
                SELECT id FROM imports
                WHERE rows_cleared_at IS NULL AND state NOT IN ('Reading', 'Applying')
                  AND coalesce(applied_at, checked_at, requested_at) < $1
                LIMIT {Step}))
            """,
            days,
            cancellationToken
        );
        foreach (var table in new[] { "import_rows", "import_findings" })
        {
            const string cleared = "import_id IN (SELECT id FROM imports WHERE rows_cleared_at >= $1)";
            await DeleteAsync(table, cleared, days, cancellationToken);
        }
    }

    private Task DeleteAsync(string table, string old, int days, CancellationToken cancellationToken) =>
        RepeatAsync(
            table,
            $"DELETE FROM {table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE {old} LIMIT {Step}))",
            days,
            cancellationToken
        );

    /// <summary>The row stays, because its key keeps the same mail from going out twice; whom it went to does not.</summary>
    private Task ForgetMailAsync(int days, CancellationToken cancellationToken) =>
        RepeatAsync(
            "mail_outbox",
            $"""
            UPDATE mail_outbox SET to_address = '', to_name = '', subject = '', text = '', calendar = NULL, last_error = NULL
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM mail_outbox
                WHERE state IN ('Sent', 'Failed', 'Bounced') AND to_address <> '' AND coalesce(sent_at, next_attempt_at) < $1
                LIMIT {Step}))
            """,
            days,
            cancellationToken
        );

    private async Task RepeatAsync(string table, string sql, int days, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(days);
        var cleared = 0;
        int step;
        do
        {
            await using var command = database.CreateCommand(sql);
            command.Parameters.AddWithValue(before);
            step = await command.ExecuteNonQueryAsync(cancellationToken);
            cleared += step;
        } while (step == Step);
        if (cleared > 0)
        {
            logger.LogInformation("Cleared {Count} of {Table} older than {Days} days", cleared, table, days);
        }
    }
}
