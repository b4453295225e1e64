using Microsoft.Extensions.Logging;
using Npgsql;
using Pionir.Application.Common.Jobs;

namespace Pionir.Infrastructure.Mail;

/// <summary>
/// Takes mails out of the outbox in small claims that other instances step over, sends them, and comes back later
/// to those that failed.
/// </summary>
internal sealed class MailSender(
    NpgsqlDataSource database,
    IMailTransport transport,
    TimeProvider time,
    ILogger<MailSender> logger
) : IRecurringTask
{
    public const int MaximumAttempts = 12;
    private const int ClaimSize = 50;
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    public static string Cron => "0/5 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (transport.IsReady && await SendClaimAsync(cancellationToken) == ClaimSize) { }
    }

    /// <summary>1, 2, 4 … minutes, at most six hours: a mail server may be down for a day.</summary>
    internal static TimeSpan Wait(int attempts) =>
        TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Math.Max(0, attempts - 1))));

    private async Task<int> SendClaimAsync(CancellationToken cancellationToken)
    {
        var claimed = await ClaimAsync(cancellationToken);
        foreach (var mail in claimed)
        {
            try
            {
                await transport.SendAsync(mail, cancellationToken);
                await MarkSentAsync(mail, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The address is personal data and stays out of the log; the id finds it.
                logger.LogWarning(failure, "Mail {Mail} was not sent, attempt {Attempt}", mail.Id, mail.Attempts);
                await MarkFailedAsync(mail, failure.Message, cancellationToken);
            }
        }
        return claimed.Count;
    }

    private async Task<List<ClaimedMail>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = Command(
            """
            UPDATE mail_outbox SET state = 'Sending', claimed_until = $2, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM mail_outbox
                WHERE (state = 'Waiting' AND next_attempt_at <= $1) OR (state = 'Sending' AND claimed_until < $1)
                ORDER BY next_attempt_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING id, key, to_address, to_name, subject, text, attempts
            """,
            now,
            now + ClaimTime,
            ClaimSize
        );
        var claimed = new List<ClaimedMail>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            claimed.Add(
                new ClaimedMail(
                    reader.GetGuid(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetString(5),
                    reader.GetInt32(6)
                )
            );
        }
        return claimed;
    }

    private async Task MarkSentAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            UPDATE mail_outbox SET state = 'Sent', sent_at = $2, claimed_until = NULL, text = '', last_error = NULL
            WHERE id = $1
            """,
            mail.Id,
            time.GetUtcNow()
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task MarkFailedAsync(ClaimedMail mail, string error, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "UPDATE mail_outbox SET state = $2, next_attempt_at = $3, claimed_until = NULL, last_error = $4 WHERE id = $1",
            mail.Id,
            (mail.Attempts < MaximumAttempts ? MailState.Waiting : MailState.Failed).ToString(),
            time.GetUtcNow() + Wait(mail.Attempts),
            error.Length > 500 ? error[..500] : error
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        return command;
    }
}
