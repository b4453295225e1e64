using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates;

/// <summary>How far the mail with the link to a certificate has come.</summary>
public enum CertificateMailState
{
    /// <summary>The holder is an employee and finds it in their profile; no mail is sent.</summary>
    Internal,

    /// <summary>From outside, and no address is known.</summary>
    NoAddress,

    /// <summary>An address is known, but no mail about it was ever written.</summary>
    NotSent,
    Waiting,

    /// <summary>The next mail server took it; whether it was read nobody can know.</summary>
    Sent,

    /// <summary>Refused for good: the address does not exist or takes nothing.</summary>
    Bounced,

    /// <summary>Given up after many attempts: the mail server could not be reached.</summary>
    Failed,
}

/// <summary>How the newest mail about each certificate of a batch stands.</summary>
internal sealed class BatchMails(IDatabase database) : IApplicationPart
{
    public IQueryable<BatchMail> Of(CertificateBatchId batch) =>
        database.Database.SqlQuery<BatchMail>(
            $"""
            SELECT r.position AS "Position", c.id AS "CertificateId", c.status AS "Status",
                CASE WHEN c.employee_id IS NOT NULL THEN 'Internal'
                    WHEN m.state = 'Sending' THEN 'Waiting'
                    WHEN m.state IS NOT NULL THEN m.state
                    WHEN c.holder_email IS NULL THEN 'NoAddress'
                    ELSE 'NotSent' END AS "State",
                coalesce(m.sent_at, m.created_at) AS "At", c.holder_email AS "Address", m.last_error AS "Problem"
            FROM certificate_batch_rows r
            JOIN certificates c ON c.id = r.certificate_id
            LEFT JOIN LATERAL (
                SELECT o.state, o.sent_at, o.created_at, o.last_error FROM mail_outbox o
                WHERE c.employee_id IS NULL AND o.about_id = c.id ORDER BY o.created_at DESC, o.id DESC LIMIT 1
            ) m ON true
            WHERE r.batch_id = {batch.Value} AND r.state = 'Issued'
            """
        );

    /// <summary>Rows whose newest mail stands so.</summary>
    public IQueryable<int> PositionsOf(CertificateBatchId batch, CertificateMailState state)
    {
        var name = state.ToString();
        return Of(batch).Where(mail => mail.State == name).Select(mail => mail.Position);
    }
}

/// <param name="Status">Of the certificate.</param>
/// <param name="State">As <see cref="CertificateMailState"/> has it.</param>
internal sealed record BatchMail(
    int Position,
    Guid CertificateId,
    string Status,
    string State,
    DateTimeOffset? At,
    string? Address,
    string? Problem
);
