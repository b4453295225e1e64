using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Mail;

/// <summary>Mail of the demo environment: kept instead of sent, to be read on a page.</summary>
internal sealed class DemoMail
{
    public Guid Id { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public string ToAddress { get; init; } = "";
    public string ToName { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Calendar { get; init; }
}

internal sealed class DemoTransport(NpgsqlDataSource database, TimeProvider time) : IMailTransport
{
    public bool IsReady => true;

    public async Task SendAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO demo_mails (id, sent_at, to_address, to_name, subject, text, calendar)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING
            """
        );
        object[] values =
        [
            mail.Id,
            time.GetUtcNow(),
            mail.ToAddress,
            mail.ToName,
            mail.Subject,
            mail.Text,
            (object?)mail.Calendar ?? DBNull.Value,
        ];
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

internal sealed class DemoMailbox(IDatabase database, IHostEnvironment environment) : IDemoMailbox
{
    /// <summary>Tests read the box as the demo does.</summary>
    public static bool ExistsIn(IHostEnvironment environment) =>
        environment.IsEnvironment("Demo") || environment.IsEnvironment("Test");

    public bool IsOpen => ExistsIn(environment);

    public async Task<Page<DemoMailRow>> ListAsync(
        string? address,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        var mails = database.Set<DemoMail>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(address))
        {
            var part = address.Trim().ToLowerInvariant();
            mails = mails.Where(mail => mail.ToAddress.Contains(part));
        }
        var total = await mails.CountAsync(cancellationToken);
        var rows = await mails
            .OrderByDescending(mail => mail.SentAt)
            .ThenByDescending(mail => mail.Id)
            .Skip(page.Skip)
            .Take(page.Size)
            .ToListAsync(cancellationToken);
        return new Page<DemoMailRow>([.. rows.Select(Row)], total, page.Number, page.Size);
    }

    private static DemoMailRow Row(DemoMail mail) =>
        new(
            mail.Id,
            mail.SentAt,
            mail.ToAddress,
            mail.ToName,
            mail.Subject,
            mail.Text,
            MailHtml.FirstAddress(mail.Text),
            mail.Calendar
        );
}
