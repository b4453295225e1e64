using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Common.Mail;

/// <summary>Whom a letter goes to; the greeting names them.</summary>
internal sealed record Addressee(string Address, string Name, MailAbout? About = null);

/// <summary>Frames every mail the same: greeting, text, and who writes; in the institution's language.</summary>
internal sealed class Letters(IMailOutbox outbox) : IApplicationPart
{
    /// <param name="calendar">iCalendar text to be attached.</param>
    public void Send(
        string key,
        Addressee to,
        InstitutionSettings settings,
        LocalText subject,
        LocalText text,
        string? calendar = null
    )
    {
        var english = settings.DefaultLanguage == InstitutionLanguage.English;
        var (greeting, title, words) = english ? ("Dear", subject.En, text.En) : ("Yth.", subject.Id, text.Id);
        outbox.Add(
            new OutgoingMail(
                key,
                to.Address,
                to.Name,
                title,
                $"{greeting} {to.Name},\n\n{words.ReplaceLineEndings("\n")}\n\n{Sender(settings, english)}",
                to.About,
                calendar
            )
        );
    }

    /// <summary>Who writes, and where an answer is read.</summary>
    private static string Sender(InstitutionSettings settings, bool english)
    {
        var (centre, institution, answers) = (settings.Mail.SenderName, settings.Name, settings.Mail.ReplyTo);
        var sender = centre == institution ? institution : $"{centre}\n{institution}";
        return string.IsNullOrWhiteSpace(answers) ? sender
            : english ? $"{sender}\nQuestions: {answers}"
            : $"{sender}\nPertanyaan: {answers}";
    }
}
