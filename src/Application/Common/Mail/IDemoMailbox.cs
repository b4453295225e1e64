using Pionir.Application.Common.Persistence;

namespace Pionir.Application.Common.Mail;

/// <summary>Where the demo environment keeps the mail it would have sent.</summary>
public interface IDemoMailbox
{
    bool IsOpen { get; }

    Task<Page<DemoMailRow>> ListAsync(string? address, PageRequest page, CancellationToken cancellationToken);
}

/// <param name="Text">As the receiver reads it; the first link in it is also in <paramref name="Link"/>.</param>
/// <param name="Calendar">The attached calendar, as its file holds it.</param>
public sealed record DemoMailRow(
    Guid Id,
    DateTimeOffset SentAt,
    string ToAddress,
    string ToName,
    string Subject,
    string Text,
    string? Link,
    string? Calendar
);
