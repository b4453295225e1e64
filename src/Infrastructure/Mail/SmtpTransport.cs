using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;

namespace Pionir.Infrastructure.Mail;

/// <summary>Settings <c>Mail:Host</c>, <c>Mail:Port</c>, <c>Mail:Tls</c>, <c>Mail:User</c>, <c>Mail:Password</c>.</summary>
internal sealed class SmtpTransport(IConfiguration configuration, IServiceScopeFactory scopes) : IMailTransport
{
    /// <summary>RFC 5321: 5yz is a refusal for good, 4yz one for now.</summary>
    private const int PermanentFrom = 500;

    private IConfigurationSection Settings => configuration.GetSection("Mail");

    public bool IsReady => !string.IsNullOrEmpty(Settings["Host"]);

    public async Task SendAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var institution = scope.ServiceProvider.GetRequiredService<IInstitution>();
        var sender = (await institution.CurrentAsync(cancellationToken)).Mail;
        using var message = new MailMessage
        {
            From = new MailAddress(sender.SenderAddress, sender.SenderName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(Receiver(mail));
        if (!string.IsNullOrEmpty(sender.ReplyTo))
        {
            message.ReplyToList.Add(sender.ReplyTo);
        }
        // The same mail always has the same id: should we die after the server took it, its second copy is known as one.
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{message.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(
                MailHtml.From(mail.Text),
                Encoding.UTF8,
                MediaTypeNames.Text.Html
            )
        );
        if (mail.Calendar is { } calendar)
        {
            message.Attachments.Add(
                Attachment.CreateAttachmentFromString(calendar, "jadwal.ics", Encoding.UTF8, "text/calendar")
            );
        }
        using var client = new SmtpClient(Settings["Host"], Settings.GetValue("Port", 25))
        {
            EnableSsl = Settings.GetValue("Tls", false),
        };
        if (Settings["User"] is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, Settings["Password"]);
        }
        try
        {
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode >= PermanentFrom)
        {
            throw new MailRefusedException(refused.Message, refused);
        }
    }

    private static MailAddress Receiver(ClaimedMail mail)
    {
        try
        {
            return new MailAddress(mail.ToAddress, mail.ToName, Encoding.UTF8);
        }
        catch (FormatException wrong)
        {
            throw new MailRefusedException(wrong.Message, wrong);
        }
    }
}
