namespace Pionir.Application.Common.Mail;

/// <summary>Mail leaves after the commit, once, from a table written in the same transaction.</summary>
public interface IMailOutbox
{
    void Add(OutgoingMail mail);
}

/// <param name="Key">Stable and unique, such as <c>invitation:{participant}:{round}</c>: the same key is never sent twice.</param>
/// <param name="Text">Plain text; a line that is only an address becomes a button in the HTML part.</param>
public sealed record OutgoingMail(string Key, string ToAddress, string ToName, string Subject, string Text);
