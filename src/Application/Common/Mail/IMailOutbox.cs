namespace Pionir.Application.Common.Mail;

/// <summary>Mail leaves after the commit, once, from a table written in the same transaction.</summary>
public interface IMailOutbox
{
    void Add(OutgoingMail mail);
}

/// <param name="Key">Stable and unique, such as <c>invitation:{participant}:{round}</c>: the same key is never sent twice.</param>
/// <param name="Text">Plain text; a line that is only an address becomes a button in the HTML part.</param>
/// <param name="About">Where the mail's way is shown, and who hears when it does not arrive.</param>
/// <param name="Calendar">iCalendar text, attached for the receiver's diary.</param>
public sealed record OutgoingMail(
    string Key,
    string ToAddress,
    string ToName,
    string Subject,
    string Text,
    MailAbout? About = null,
    string? Calendar = null
);

/// <param name="Id">The participant or the certificate that the mail is about.</param>
/// <param name="Link">Path in the page where it can be sent again.</param>
/// <param name="Sender">The account that is told when nobody can be reached at the address.</param>
public sealed record MailAbout(Guid Id, string Link, Guid Sender);
