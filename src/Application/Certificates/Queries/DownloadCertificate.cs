using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The paper itself, for its holder, for officers of the unit, and for who may see the holder's certificates.</summary>
[SignedIn]
public sealed record DownloadCertificate(Guid Id) : IQuery<PdfFileContent>;

internal sealed class DownloadCertificateHandler(
    IDatabase database,
    ICurrentUser user,
    PersonGate gate,
    CertificatePrinter printer
) : IRequestHandler<DownloadCertificate, Result<PdfFileContent>>
{
    public async Task<Result<PdfFileContent>> Handle(DownloadCertificate request, CancellationToken cancellationToken)
    {
        var id = CertificateId.From(request.Id);
        var certificate = await database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(certificate => certificate.Id == id, cancellationToken);
        if (certificate is null)
            return CertificateErrors.NotFound();
        if (!await CertificateAccess.MayReadAsync(user, gate, certificate, cancellationToken))
            return CertificateErrors.NotFound();
        if (!CertificateAccess.MayDownload(user, certificate))
            return CertificateErrors.NotInForce(certificate.Number, certificate.Status);
        return await printer.PaperAsync(certificate, cancellationToken);
    }
}
