using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Mail;

namespace Pionir.Infrastructure.Mail;

/// <summary>
/// Takes mails out of the outbox in small claims that other instances step over, sends them, and comes back later
/// to those that failed.
/// </summary>
/// <remarks>
/// No mail is lost; one may arrive twice. SMTP cannot take a mail and let us write that it did in one step: who dies
/// after the server said 250 and before the row says Sent leaves one mail (never the rest of its claim) to be sent
/// again. That is one statement on the database; nothing but it stands between the two. The second copy has the
/// Message-ID of the first, by which mail servers and readers know it.
/// </remarks>
internal sealed class MailSender(
    NpgsqlDataSource database,
    IMailTransport transport,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<MailSender> logger
) : IRecurringTask
{
    public const int MaximumAttempts = 12;
    private const int ClaimSize = 50;
    private const int Marks = 5;

    /// <summary>Behind a statement that marked mails; $1 is the id of the notification, $2 the moment.</summary>
    internal const string TellSender = """
        INSERT INTO notifications (id, user_id, code, arguments, link, created_at)
        SELECT $1, sender_id, CASE state WHEN 'Bounced' THEN 'mail.bounced' ELSE 'mail.failed' END,
            jsonb_build_object('name', to_name, 'address', to_address, 'subject', subject), about_link, $2
        FROM marked
        WHERE state IN ('Bounced', 'Failed') AND sender_id IS NOT NULL AND about_link IS NOT NULL AND to_address <> ''
        """;

    /// <summary>What one mail may take; a server that says nothing must not hold up all the others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan UsualClaimTime = Patience * 2;

    /// <summary>
    /// <c>Mail:ClaimTime</c>: how long mails lie still after their sender has died. Taken anew before each mail, on the
    /// database's clock.
    /// </summary>
    private readonly TimeSpan claimTime = configuration.GetValue("Mail:ClaimTime", UsualClaimTime);

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
            if (await HoldAsync(mail, cancellationToken) && await DeliverAsync(mail, cancellationToken))
            {
                await MarkSentAsync(mail);
            }
        }
        return claimed.Count;
    }

    private async Task<bool> DeliverAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await transport.SendAsync(mail, patience.Token);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The address is personal data and stays out of the log; the id finds it.
            logger.LogWarning(failure, "Mail {Mail} was not sent, attempt {Attempt}", mail.Id, mail.Attempts);
            await MarkFailedAsync(mail, failure, cancellationToken);
            return false;
        }
    }

    /// <returns>False when the claim ran out and another sender has the mail.</returns>
    private async Task<bool> HoldAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "UPDATE mail_outbox SET claimed_until = now() + $3 WHERE id = $1 AND attempts = $2 AND state = 'Sending'",
            mail.Id,
            mail.Attempts,
            claimTime
        );
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private async Task<List<ClaimedMail>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            UPDATE mail_outbox SET state = 'Sending', claimed_until = now() + $2, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM mail_outbox
                WHERE (state = 'Waiting' AND next_attempt_at <= $1) OR (state = 'Sending' AND claimed_until < now())
                ORDER BY next_attempt_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING id, key, to_address, to_name, subject, text, calendar, attempts
            """,
            time.GetUtcNow(),
            claimTime,
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
                    await reader.IsDBNullAsync(6, cancellationToken) ? null : reader.GetString(6),
                    reader.GetInt32(7)
                )
            );
        }
        return claimed;
    }

    /// <summary>The mail is out: neither a shutdown nor a lost connection is a reason to send it again.</summary>
    private async Task MarkSentAsync(ClaimedMail mail)
    {
        for (var mark = 1; ; mark++)
        {
            try
            {
                await using var command = Command(
                    """
                    UPDATE mail_outbox SET state = 'Sent', sent_at = $2, claimed_until = NULL, text = '', calendar = NULL,
                        last_error = NULL
                    WHERE id = $1
                    """,
                    mail.Id,
                    time.GetUtcNow()
                );
                await command.ExecuteNonQueryAsync(CancellationToken.None);
                return;
            }
            catch (NpgsqlException lost) when (mark < Marks)
            {
                logger.LogWarning(lost, "Mail {Mail} is sent, which could not be written yet", mail.Id);
                await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(2, mark)), CancellationToken.None);
            }
        }
    }

    /// <summary>A mail that is given up is told to who wanted it sent, in the same statement.</summary>
    private async Task MarkFailedAsync(ClaimedMail mail, Exception failure, CancellationToken cancellationToken)
    {
        var state =
            failure is MailRefusedException ? MailState.Bounced
            : mail.Attempts < MaximumAttempts ? MailState.Waiting
            : MailState.Failed;
        await using var command = Command(
            $"""
            WITH marked AS (
                UPDATE mail_outbox SET state = $3, next_attempt_at = $4, claimed_until = NULL, last_error = $5
                WHERE id = $6 AND attempts = $7 AND state = 'Sending'
                RETURNING *)
            {TellSender}
            """,
            Guid.CreateVersion7(),
            time.GetUtcNow(),
            state.ToString(),
            time.GetUtcNow() + Wait(mail.Attempts),
            failure.Message.Length > 500 ? failure.Message[..500] : failure.Message,
            mail.Id,
            mail.Attempts
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
