using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Mail;

internal sealed class MailOutbox(IDatabase database, TimeProvider time) : IMailOutbox
{
    public void Add(OutgoingMail mail) => database.Set<OutboxMail>().Add(OutboxMail.From(mail, time.GetUtcNow()));
}
