using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The paper for an external holder, by the link that was mailed.</summary>
[Public("External participants have no account; the link holds 256 random bits.")]
public sealed record DownloadCertificateByLink(string Link) : IQuery<PdfFileContent>;

internal sealed class DownloadCertificateByLinkHandler(IDatabase database, CertificatePrinter printer)
    : IRequestHandler<DownloadCertificateByLink, Result<PdfFileContent>>
{
    public async Task<Result<PdfFileContent>> Handle(
        DownloadCertificateByLink request,
        CancellationToken cancellationToken
    )
    {
        if (request.Link.Length != CertificateToken.DeliveryLength)
            return CertificateErrors.LinkInvalid();
        var hash = CertificateToken.HashOf(request.Link);
        var certificate = await database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(certificate => certificate.DeliveryHash == hash, cancellationToken);
        if (certificate is null)
            return CertificateErrors.LinkInvalid();
        return certificate.Status == CertificateStatus.Issued
            ? await printer.PaperAsync(certificate, cancellationToken)
            : CertificateErrors.NotInForce(certificate.Number, certificate.Status);
    }
}
