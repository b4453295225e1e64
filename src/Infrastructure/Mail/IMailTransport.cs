namespace Pionir.Infrastructure.Mail;

/// <summary>
/// The last step of a mail. Throws what the network throws, and the sender tries again later; throws
/// <see cref="MailRefusedException"/> when trying again is useless.
/// </summary>
internal interface IMailTransport
{
    /// <summary>False while nothing is configured: mail then waits in the outbox and nothing is lost.</summary>
    bool IsReady { get; }

    Task SendAsync(ClaimedMail mail, CancellationToken cancellationToken);
}

/// <summary>The address does not exist or takes nothing, and will not tomorrow.</summary>
internal sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);

internal sealed record ClaimedMail(
    Guid Id,
    string Key,
    string ToAddress,
    string ToName,
    string Subject,
    string Text,
    string? Calendar,
    int Attempts
);
