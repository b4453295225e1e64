using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Mail;

/// <inheritdoc cref="IMailTracks"/>
internal sealed class MailTracks(IDatabase database) : IMailTracks
{
    public async Task<IReadOnlyDictionary<Guid, MailTrack>> NewestAsync(
        IReadOnlyCollection<Guid> about,
        CancellationToken cancellationToken
    )
    {
        if (about.Count == 0)
            return new Dictionary<Guid, MailTrack>();
        var ids = about.Select(id => (Guid?)id).ToArray();
        var newest = await database
            .Set<OutboxMail>()
            .AsNoTracking()
            .Where(mail => ids.Contains(mail.AboutId))
            .GroupBy(mail => mail.AboutId)
            .Select(mails => mails.OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).First())
            .ToListAsync(cancellationToken);
        return newest.ToDictionary(
            mail => mail.AboutId!.Value,
            mail => new MailTrack(mail.State, mail.SentAt ?? mail.CreatedAt, mail.ToAddress, mail.LastError)
        );
    }
}
