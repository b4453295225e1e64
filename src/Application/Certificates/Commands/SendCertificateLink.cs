using FluentValidation;
using MediatR;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Mails an external holder a new link; the one sent before stops working.</summary>
/// <param name="Email">A better address, when the one known takes no mail.</param>
[Requires(Permission.CertificatesIssue)]
public sealed record SendCertificateLink(Guid Id, string? Email = null) : ICommand;

internal sealed class SendCertificateLinkValidator : AbstractValidator<SendCertificateLink>
{
    public SendCertificateLinkValidator() =>
        RuleFor(request => request.Email).MaximumLength(Certificate.EmailMaximum).EmailAddress();
}

internal sealed class SendCertificateLinkHandler(
    BatchFinder finder,
    CertificateDelivery delivery,
    IInstitution institution,
    IPublicAddress address,
    IAuditLog audit
) : IRequestHandler<SendCertificateLink, Result>
{
    public async Task<Result> Handle(SendCertificateLink request, CancellationToken cancellationToken)
    {
        var certificate = await finder.ForChangeAsync(request.Id, Permission.CertificatesIssue, cancellationToken);
        if (certificate is null)
            return CertificateErrors.NotFound();
        if (certificate.Status != CertificateStatus.Issued)
            return CertificateErrors.NotInForce(certificate.Number, certificate.Status);
        if (certificate.EmployeeId is not null || certificate.HolderEmail is null)
            return CertificateErrors.NoMail();
        var link = CertificateToken.NewDelivery();
        certificate.Deliver(CertificateToken.HashOf(link), request.Email);
        var settings = await institution.CurrentAsync(cancellationToken);
        delivery.Announce(certificate, link, address.Of("/").ToString(), settings);
        audit.Record(nameof(SendCertificateLink), nameof(Certificate), request.Id, certificate.Number);
        return Result.Success();
    }
}
