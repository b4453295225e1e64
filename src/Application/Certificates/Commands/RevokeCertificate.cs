using FluentValidation;
using MediatR;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Ends a certificate for good; its number is never given again and its verification says so at once.</summary>
/// <param name="Class">What the public reads.</param>
/// <param name="Reason">Kept inside; never shown to the public.</param>
[Requires(Permission.CertificatesRevoke)]
public sealed record RevokeCertificate(Guid Id, RevocationClass Class, string Reason) : ICommand, IReasoned;

internal sealed class RevokeCertificateValidator : AbstractValidator<RevokeCertificate>
{
    public RevokeCertificateValidator()
    {
        RuleFor(command => command.Class).IsInEnum();
        RuleFor(command => command.Reason).NotEmpty().MaximumLength(Certificate.ReasonMaximum);
    }
}

internal sealed class RevokeCertificateHandler(
    BatchFinder finder,
    ICurrentUser user,
    IAuditLog audit,
    CertificateDelivery delivery,
    IInstitution institution,
    TimeProvider time
) : IRequestHandler<RevokeCertificate, Result>
{
    public async Task<Result> Handle(RevokeCertificate request, CancellationToken cancellationToken)
    {
        var certificate = await finder.ForChangeAsync(request.Id, Permission.CertificatesRevoke, cancellationToken);
        if (certificate is null)
            return CertificateErrors.NotFound();
        if (CertificateAccess.IsHolder(user, certificate))
            return CommonErrors.FourEyes;
        var revoked = certificate.Revoke(request.Class, request.Reason, user.UserId, time.GetUtcNow());
        if (!revoked.IsSuccess)
            return revoked;
        audit.Record(
            nameof(RevokeCertificate),
            nameof(Certificate),
            request.Id,
            certificate.Number,
            new { certificate.HolderName, Class = request.Class.ToString() }
        );
        delivery.TellRevoked(certificate, await institution.CurrentAsync(cancellationToken));
        return revoked;
    }
}
