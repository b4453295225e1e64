using Pionir.Application.Common.Mail;

namespace Pionir.Infrastructure.Mail;

/// <summary>One mail on its way, written in the transaction of the command that wants it sent.</summary>
internal sealed class OutboxMail
{
    private OutboxMail() { }

    public Guid Id { get; private set; }
    public string Key { get; private set; } = "";
    public string ToAddress { get; private set; } = "";
    public string ToName { get; private set; } = "";
    public string Subject { get; private set; } = "";

    /// <summary>Emptied once sent, as the calendar is: links in it are secrets.</summary>
    public string Text { get; private set; } = "";
    public string? Calendar { get; private set; }
    public MailState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>A sender that dies stops holding the mail at this moment.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public string? LastError { get; private set; }

    /// <inheritdoc cref="MailAbout"/>
    public Guid? AboutId { get; private set; }
    public string? AboutLink { get; private set; }
    public Guid? SenderId { get; private set; }

    public static OutboxMail From(OutgoingMail mail, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Key = mail.Key,
            ToAddress = mail.ToAddress,
            ToName = OneLine(mail.ToName),
            Subject = OneLine(mail.Subject),
            Text = mail.Text,
            Calendar = mail.Calendar,
            State = MailState.Waiting,
            CreatedAt = now,
            NextAttemptAt = now,
            AboutId = mail.About?.Id,
            AboutLink = mail.About?.Link,
            SenderId = mail.About?.Sender,
        };

    /// <summary>A line break in a name would start a header of its own.</summary>
    private static string OneLine(string text) =>
        new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
