using FluentValidation;
using MediatR;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>
/// Puts a new certificate with a number of its own in the place of an old one, which stays verifiable as replaced.
/// </summary>
/// <param name="Name">The holder's name as it should be; null takes what is known today.</param>
[Requires(Permission.CertificatesRevoke)]
public sealed record ReissueCertificate(Guid Id, string? Name, string Reason)
    : ICommand<CertificateReissued>,
        IReasoned;

/// <param name="CertificateId">The new certificate.</param>
public sealed record CertificateReissued(Guid CertificateId, string Number);

internal sealed class ReissueCertificateValidator : AbstractValidator<ReissueCertificate>
{
    public ReissueCertificateValidator()
    {
        RuleFor(command => command.Name).MaximumLength(HolderName.Maximum);
        RuleFor(command => command.Reason).NotEmpty().MaximumLength(Certificate.ReasonMaximum);
    }
}

internal sealed class ReissueCertificateHandler(
    BatchFinder finder,
    ReplacementMaker replacements,
    ICurrentUser user,
    IAuditLog audit
) : IRequestHandler<ReissueCertificate, Result<CertificateReissued>>
{
    public async Task<Result<CertificateReissued>> Handle(
        ReissueCertificate request,
        CancellationToken cancellationToken
    )
    {
        var old = await finder.ForChangeAsync(request.Id, Permission.CertificatesRevoke, cancellationToken);
        if (old is null)
            return CertificateErrors.NotFound();
        if (CertificateAccess.IsHolder(user, old))
            return CommonErrors.FourEyes;
        var made = await replacements.MakeAsync(old, request.Name, request.Reason, cancellationToken);
        if (!made.IsSuccess)
            return made.Error;
        await replacements.KeepAsync([made.Value], cancellationToken);
        var certificate = made.Value.New;
        audit.Record(
            nameof(ReissueCertificate),
            nameof(Certificate),
            old.Id.Value,
            old.Number,
            new
            {
                From = old.HolderName,
                To = certificate.HolderName,
                certificate.Number,
            }
        );
        return new CertificateReissued(certificate.Id.Value, certificate.Number);
    }
}
