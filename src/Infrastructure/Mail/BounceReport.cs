using MimeKit;

namespace Pionir.Infrastructure.Mail;

/// <summary>What a mail that came back says: a delivery status notification (RFC 3464).</summary>
/// <param name="Mail">The mail of the outbox that it is about.</param>
/// <param name="Failed">Given up; a report that it is late, or that it arrived, is none.</param>
/// <param name="Words">What the last server said, as people are shown it.</param>
internal sealed record BounceReport(Guid Mail, bool Failed, string Words)
{
    private const int WordsMaximum = 500;

    /// <returns>Nothing for a mail that is no report, or about no mail of ours: a person has to read it.</returns>
    public static BounceReport? Read(MimeMessage message)
    {
        var status = message.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault();
        if (status is null || MailOf(message) is not { } mail)
            return null;
        // The first group is about the report, each further one about a receiver; ours have one.
        var failed = status.StatusGroups.Skip(1).FirstOrDefault(IsFailure);
        return new BounceReport(mail, failed is not null, failed is null ? "" : WordsOf(failed));
    }

    private static bool IsFailure(HeaderList group) =>
        string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase);

    /// <summary>"550 5.1.1 no such user", without the kind of the code before it.</summary>
    private static string WordsOf(HeaderList group)
    {
        var said = group["Diagnostic-Code"] ?? group["Status"] ?? "";
        var kind = said.IndexOf(';', StringComparison.Ordinal);
        var words = string.Join(' ', said[(kind + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
            words = group["Status"]?.Trim() ?? "";
        return words.Length > WordsMaximum ? words[..WordsMaximum] : words;
    }

    /// <summary>By the address it came back to, or by the id of the mail inside, whole or only its head.</summary>
    private static Guid? MailOf(MimeMessage message)
    {
        string[] envelope = ["To", "Delivered-To", "X-Original-To", "Envelope-To"];
        var tagged = message
            .Headers.Where(header => envelope.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
            .Select(header => BounceAddress.MailOf(header.Value.Trim().Trim('<', '>')))
            .FirstOrDefault(id => id is not null);
        return tagged ?? OriginalIds(message).Select(ToMail).FirstOrDefault(id => id is not null);
    }

    private static IEnumerable<string?> OriginalIds(MimeMessage message)
    {
        foreach (var part in message.BodyParts)
        {
            if (part is MessagePart { Message: { } inner })
                yield return inner.MessageId;
            else if (part is TextPart text && part.ContentType.IsMimeType("text", "rfc822-headers"))
                yield return MessageIdLine(text.Text);
        }
        yield return message.InReplyTo;
        foreach (var reference in message.References)
            yield return reference;
    }

    private static string? MessageIdLine(string heads) =>
        heads
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
            ?["Message-ID:".Length..];

    private static Guid? ToMail(string? messageId)
    {
        var id = messageId?.Trim().Trim('<', '>') ?? "";
        var at = id.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && Guid.TryParseExact(id[..at], "N", out var mail) ? mail : null;
    }
}
