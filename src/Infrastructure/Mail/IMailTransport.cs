namespace Pionir.Infrastructure.Mail;

/// <summary>The last step of a mail. Throws what the network throws; the sender tries again later.</summary>
internal interface IMailTransport
{
    /// <summary>False while nothing is configured: mail then waits in the outbox and nothing is lost.</summary>
    bool IsReady { get; }

    Task SendAsync(ClaimedMail mail, CancellationToken cancellationToken);
}

internal sealed record ClaimedMail(
    Guid Id,
    string Key,
    string ToAddress,
    string ToName,
    string Subject,
    string Text,
    int Attempts
);
