using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Pionir.Application.Organization;

namespace Pionir.Infrastructure.Mail;

/// <summary>Settings <c>Mail:Host</c>, <c>Mail:Port</c>, <c>Mail:Tls</c>, <c>Mail:User</c>, <c>Mail:Password</c>.</summary>
internal sealed class SmtpTransport(IConfiguration configuration, IServiceScopeFactory scopes) : IMailTransport
{
    private const int ImplicitTlsPort = 465;

    /// <summary>RFC 5321: 5yz is a refusal for good, 4yz one for now.</summary>
    private const int PermanentFrom = 500;

    private IConfigurationSection Settings => configuration.GetSection("Mail");

    public bool IsReady => !string.IsNullOrEmpty(Settings["Host"]);

    public async Task SendAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var institution = scope.ServiceProvider.GetRequiredService<IInstitution>();
        var sender = (await institution.CurrentAsync(cancellationToken)).Mail;
        var from = new MailboxAddress(Encoding.UTF8, sender.SenderName, sender.SenderAddress);
        var receiver = Receiver(mail);
        var message = Write(mail, from, receiver, sender.ReplyTo);
        // What cannot be delivered comes back to where it is read (BounceReader), by default to the sender.
        var returns = BounceAddress.From(configuration, mail.Id) is { } address ? MailboxAddress.Parse(address) : from;
        using var client = new SmtpClient();
        var port = Settings.GetValue("Port", 25);
        var security =
            !Settings.GetValue("Tls", false) ? SecureSocketOptions.None
            : port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(Settings["Host"]!, port, security, cancellationToken);
        if (Settings["User"] is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, Settings["Password"] ?? "", cancellationToken);
        }
        try
        {
            await client.SendAsync(message, returns, [receiver], cancellationToken);
        }
        catch (SmtpCommandException refused)
            when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= PermanentFrom)
        {
            throw new MailRefusedException(refused.Message, refused);
        }
        await GoodbyeAsync(client, cancellationToken);
    }

    /// <summary>The server has the mail: however it parts from us, the mail is sent.</summary>
    private static async Task GoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(true, cancellationToken);
        }
        catch (Exception parted) when (parted is IOException or ProtocolException or OperationCanceledException)
        {
            // Nothing is lost by an unfriendly goodbye.
        }
    }

    private static MimeMessage Write(ClaimedMail mail, MailboxAddress from, MailboxAddress receiver, string? replyTo)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = MailHtml.From(mail.Text) };
        if (mail.Calendar is { } calendar)
        {
            body.Attachments.Add(
                "jadwal.ics",
                Encoding.UTF8.GetBytes(calendar),
                new ContentType("text", "calendar") { Charset = "utf-8" }
            );
        }
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            // The same mail always has the same id: should we die after the server took it, its second copy is known as one.
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Body = body.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.Add(receiver);
        if (!string.IsNullOrEmpty(replyTo))
        {
            message.ReplyTo.Add(MailboxAddress.Parse(replyTo));
        }
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MailboxAddress Receiver(ClaimedMail mail) =>
        MailboxAddress.TryParse(mail.ToAddress, out var address) && address.Domain.Length > 0
            ? new MailboxAddress(Encoding.UTF8, mail.ToName, address.Address)
            : throw new MailRefusedException($"{mail.ToAddress} is no address", new FormatException());
}
