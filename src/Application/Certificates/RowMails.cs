using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>How the mails of a batch stand, for those who may send them.</summary>
internal sealed class RowMails(BatchMails mails) : IApplicationPart
{
    public IQueryable<CertificateBatchRow> Only(
        IQueryable<CertificateBatchRow> rows,
        CertificateBatchId batch,
        CertificateMailState state
    )
    {
        var chosen = mails.PositionsOf(batch, state);
        return rows.Where(row => chosen.Contains(row.Position));
    }

    /// <summary>Of holders from outside; employees are not mailed.</summary>
    public async Task<IReadOnlyList<CertificateMailCount>> CountAsync(
        CertificateBatchId batch,
        CancellationToken cancellationToken
    )
    {
        var counts = await mails
            .Of(batch)
            .Where(mail => mail.State != nameof(CertificateMailState.Internal))
            .GroupBy(mail => mail.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts
                .Select(count => new CertificateMailCount(Read(count.State), count.Count))
                .OrderBy(count => count.State),
        ];
    }

    public async Task<IReadOnlyList<CertificateBatchRowView>> AddAsync(
        IReadOnlyList<CertificateBatchRowView> rows,
        CertificateBatchId batch,
        CancellationToken cancellationToken
    )
    {
        var positions = rows.Where(row => row.State == CertificateBatchRowState.Issued)
            .Select(row => row.Position)
            .ToList();
        var known = await mails
            .Of(batch)
            .Where(mail => positions.Contains(mail.Position))
            .ToDictionaryAsync(mail => mail.Position, cancellationToken);
        return
        [
            .. rows.Select(row => known.TryGetValue(row.Position, out var mail) ? row with { Mail = Told(mail) } : row),
        ];
    }

    private static CertificateRowMail Told(BatchMail mail)
    {
        var state = Read(mail.State);
        var problem = state is CertificateMailState.Bounced or CertificateMailState.Failed ? mail.Problem : null;
        return state == CertificateMailState.Internal
            ? new CertificateRowMail(state, null, null, null)
            : new CertificateRowMail(state, mail.At, mail.Address, problem);
    }

    private static CertificateMailState Read(string state) => Enum.Parse<CertificateMailState>(state);
}
