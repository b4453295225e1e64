namespace Pionir.Application.Common.Mail;

/// <summary>How far the mails about something have come.</summary>
public interface IMailTracks
{
    /// <returns>The newest mail of each; nothing for those about whom none was written.</returns>
    Task<IReadOnlyDictionary<Guid, MailTrack>> NewestAsync(
        IReadOnlyCollection<Guid> about,
        CancellationToken cancellationToken
    );
}

/// <param name="At">When it was sent; when it was written while it is on its way or did not arrive.</param>
/// <param name="Problem">What the mail server said last, when it did not take the mail.</param>
public sealed record MailTrack(MailState State, DateTimeOffset At, string ToAddress, string? Problem);

public enum MailState
{
    Waiting,
    Sending,

    /// <summary>The next mail server took it; whether it was read nobody can know.</summary>
    Sent,

    /// <summary>Given up after many attempts: the mail server could not be reached.</summary>
    Failed,

    /// <summary>Refused for good: the address does not exist or takes nothing.</summary>
    Bounced,
}
