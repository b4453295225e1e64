using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The machine-readable twin beside the paper, for whoever may have the paper.</summary>
[SignedIn]
public sealed record DownloadCredential(Guid Id) : IQuery<CredentialFile>;

public sealed record CredentialFile(string FileName, byte[] Content);

internal sealed class DownloadCredentialHandler(
    IDatabase database,
    ICurrentUser user,
    PersonGate gate,
    CredentialDesk desk
) : IRequestHandler<DownloadCredential, Result<CredentialFile>>
{
    public async Task<Result<CredentialFile>> Handle(DownloadCredential request, CancellationToken cancellationToken)
    {
        var id = CertificateId.From(request.Id);
        var certificate = await database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(certificate => certificate.Id == id, cancellationToken);
        if (certificate is null || !await CertificateAccess.MayReadAsync(user, gate, certificate, cancellationToken))
            return CertificateErrors.NotFound();
        if (!CertificateAccess.MayDownload(user, certificate))
            return CertificateErrors.NotInForce(certificate.Number, certificate.Status);
        var content = await desk.ReadAsync(certificate, cancellationToken);
        return content.IsSuccess
            ? new CredentialFile(CertificatePrinter.FileName(certificate, "json"), content.Value)
            : content.Error;
    }
}
