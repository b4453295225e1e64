using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>
/// Mails holders from outside a new link each; links sent before stop working. What is still on its way to the same address
/// is not sent again, so that asking twice sends once.
/// </summary>
/// <param name="Rows">Which of the batch; everyone whose mail bounced or failed when empty.</param>
[Requires(Permission.CertificatesIssue)]
public sealed record SendCertificateLinks(Guid BatchId, IReadOnlyList<LinkToSend>? Rows = null)
    : ICommand<CertificateLinksSent>
{
    public const int RowsMaximum = 500;
}

/// <param name="Email">A better address, when the one known takes no mail or none is known.</param>
public sealed record LinkToSend(int Position, string? Email = null);

/// <param name="OnTheirWay">Not sent again: the mail before has not left yet.</param>
/// <param name="Left">Without an address, of employees, or no longer in force.</param>
public sealed record CertificateLinksSent(int Sent, int OnTheirWay, int Left);

internal sealed class SendCertificateLinksValidator : AbstractValidator<SendCertificateLinks>
{
    public SendCertificateLinksValidator()
    {
        RuleFor(command => command.Rows!.Count)
            .LessThanOrEqualTo(SendCertificateLinks.RowsMaximum)
            .When(command => command.Rows is not null)
            .OverridePropertyName(nameof(SendCertificateLinks.Rows));
        RuleForEach(command => command.Rows)
            .NotNull()
            .ChildRules(row => row.RuleFor(to => to.Email).MaximumLength(Certificate.EmailMaximum).EmailAddress());
    }
}

internal sealed class SendCertificateLinksHandler(
    IDatabase database,
    BatchFinder batches,
    BatchMails mails,
    CertificateDelivery delivery,
    IInstitution institution,
    IPublicAddress address,
    IAuditLog audit
) : IRequestHandler<SendCertificateLinks, Result<CertificateLinksSent>>
{
    public async Task<Result<CertificateLinksSent>> Handle(
        SendCertificateLinks request,
        CancellationToken cancellationToken
    )
    {
        // Whoever asks at the same time waits here, and then sees these mails on their way.
        if (await batches.LockedAsync(request.BatchId, cancellationToken) is not { } batch)
            return CertificateBatchErrors.NotFound();
        var chosen = (request.Rows ?? []).DistinctBy(row => row.Position).ToDictionary(row => row.Position, NewAddress);
        var standing = await StandingAsync(batch.Id, [.. chosen.Keys], cancellationToken);
        var possible = standing.Where(mail => IsPossible(mail, chosen.GetValueOrDefault(mail.Position))).ToList();
        var due = possible.Where(mail => !IsOnItsWay(mail, chosen.GetValueOrDefault(mail.Position))).ToList();
        if (possible.Count == 0)
            return CertificateBatchErrors.NothingToSend();
        await SendAsync(due, chosen, cancellationToken);
        var asked = chosen.Count > 0 ? chosen.Count : standing.Count;
        var sent = new CertificateLinksSent(due.Count, possible.Count - due.Count, asked - possible.Count);
        audit.Record(nameof(SendCertificateLinks), nameof(CertificateBatch), request.BatchId, batch.Title, sent);
        return sent;
    }

    private Task<List<BatchMail>> StandingAsync(
        CertificateBatchId batch,
        List<int> positions,
        CancellationToken cancellationToken
    )
    {
        var all = mails.Of(batch);
        var wanted =
            positions.Count > 0
                ? all.Where(mail => positions.Contains(mail.Position))
                : all.Where(mail =>
                    mail.State == nameof(CertificateMailState.Bounced)
                    || mail.State == nameof(CertificateMailState.Failed)
                );
        return wanted.OrderBy(mail => mail.Position).ToListAsync(cancellationToken);
    }

    private async Task SendAsync(
        List<BatchMail> due,
        Dictionary<int, string?> chosen,
        CancellationToken cancellationToken
    )
    {
        var ids = due.Select(mail => CertificateId.From(mail.CertificateId)).ToList();
        var certificates = await database
            .Set<Certificate>()
            .Where(certificate => ids.Contains(certificate.Id))
            .ToDictionaryAsync(certificate => certificate.Id.Value, cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        var baseAddress = address.Of("/").ToString();
        foreach (var mail in due)
        {
            var link = CertificateToken.NewDelivery();
            var certificate = certificates[mail.CertificateId];
            certificate.Deliver(CertificateToken.HashOf(link), chosen.GetValueOrDefault(mail.Position));
            delivery.Announce(certificate, link, baseAddress, settings);
        }
    }

    private static string? NewAddress(LinkToSend row) => string.IsNullOrWhiteSpace(row.Email) ? null : row.Email.Trim();

    private static bool IsPossible(BatchMail mail, string? newAddress) =>
        mail.Status == nameof(CertificateStatus.Issued)
        && mail.State != nameof(CertificateMailState.Internal)
        && (newAddress ?? mail.Address) is not null;

    private static bool IsOnItsWay(BatchMail mail, string? newAddress) =>
        mail.State == nameof(CertificateMailState.Waiting) && (newAddress ?? mail.Address) == mail.Address;
}
