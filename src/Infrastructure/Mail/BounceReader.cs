using System.Collections.Concurrent;
using MailKit.Net.Pop3;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Mail;

namespace Pionir.Infrastructure.Mail;

/// <summary>
/// Empties the mailbox that undeliverable mail comes back to (POP3): <c>Mail:Bounces:Host</c>, <c>Port</c>, <c>Tls</c>,
/// <c>User</c>, <c>Password</c>. A report is noted at its mail, told to who sent it, and deleted; what is no report stays
/// for a person to read.
/// </summary>
/// <remarks>Noted before it is deleted: who dies in between finds it again, and a mail that came back comes back once.</remarks>
internal sealed class BounceReader(
    NpgsqlDataSource database,
    IConfiguration configuration,
    BouncesLeft left,
    TimeProvider time,
    ILogger<BounceReader> logger
) : IRecurringTask
{
    private const int ImplicitTlsPort = 995;
    private const int PlainPort = 110;

    /// <summary>A report with the whole mail inside is smaller; anything larger is none of ours.</summary>
    private const int LargestReport = 2_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static string Cron => "30 0/5 * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = configuration.GetSection("Mail:Bounces");
        if (settings["Host"] is not { Length: > 0 } host)
            return;
        var tls = settings.GetValue("Tls", true);
        var port = settings.GetValue("Port", tls ? ImplicitTlsPort : PlainPort);
        using var client = new Pop3Client { Timeout = (int)Patience.TotalMilliseconds };
        var security =
            !tls ? SecureSocketOptions.None
            : port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(host, port, security, cancellationToken);
        await client.AuthenticateAsync(settings["User"] ?? "", settings["Password"] ?? "", cancellationToken);
        await ReadAsync(client, cancellationToken);
        // Only now does the server delete what was marked.
        await client.DisconnectAsync(true, cancellationToken);
    }

    private async Task ReadAsync(Pop3Client client, CancellationToken cancellationToken)
    {
        if (client.Count == 0)
            return;
        var names = await client.GetMessageUidsAsync(cancellationToken);
        var sizes = await client.GetMessageSizesAsync(cancellationToken);
        left.Forget(names);
        for (var index = 0; index < names.Count; index++)
        {
            if (left.Contains(names[index]))
                continue;
            if (sizes[index] <= LargestReport && await IsSettledAsync(client, index, cancellationToken))
                await client.DeleteMessageAsync(index, cancellationToken);
            else
                left.Add(names[index]);
        }
    }

    private async Task<bool> IsSettledAsync(Pop3Client client, int index, CancellationToken cancellationToken)
    {
        try
        {
            using var message = await client.GetMessageAsync(index, cancellationToken);
            if (BounceReport.Read(message) is not { } report)
                return false;
            if (report.Failed)
                await NoteAsync(report, cancellationToken);
            return true;
        }
        catch (FormatException broken)
        {
            logger.LogWarning(broken, "A mail that came back cannot be read and is left in its mailbox");
            return false;
        }
    }

    private async Task NoteAsync(BounceReport report, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            WITH marked AS (
                UPDATE mail_outbox SET state = $3, last_error = $4
                WHERE id = $5 AND state = 'Sent'
                RETURNING *)
            {MailSender.TellSender}
            """
        );
        object[] values =
        [
            Guid.CreateVersion7(),
            time.GetUtcNow(),
            nameof(MailState.Bounced),
            report.Words,
            report.Mail,
        ];
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
        // Neither the address nor what the server said of it: both are personal data. The id finds them.
        logger.LogInformation("Mail {Mail} came back", report.Mail);
    }
}

/// <summary>Mails in the mailbox that are no reports: looked at once by each instance, not every five minutes.</summary>
internal sealed class BouncesLeft
{
    private readonly ConcurrentDictionary<string, bool> names = new(StringComparer.Ordinal);

    public bool Contains(string name) => names.ContainsKey(name);

    public void Add(string name) => names[name] = true;

    /// <summary>Somebody has read and removed the others meanwhile.</summary>
    public void Forget(IList<string> present)
    {
        foreach (var name in names.Keys.Except(present, StringComparer.Ordinal))
        {
            names.TryRemove(name, out _);
        }
    }
}
