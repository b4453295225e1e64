using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Pictures uploaded for templates, newest first.</summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record ListCertificatePictures : IQuery<IReadOnlyList<CertificatePictureLine>>;

internal sealed class ListCertificatePicturesHandler(IDatabase database)
    : IRequestHandler<ListCertificatePictures, Result<IReadOnlyList<CertificatePictureLine>>>
{
    public async Task<Result<IReadOnlyList<CertificatePictureLine>>> Handle(
        ListCertificatePictures request,
        CancellationToken cancellationToken
    ) =>
        await database
            .Set<CertificatePicture>()
            .AsNoTracking()
            .OrderByDescending(picture => picture.UploadedAt)
            .Select(picture => new CertificatePictureLine(
                picture.Id.Value,
                picture.Name,
                picture.Width,
                picture.Height,
                picture.Bytes,
                picture.ContentType == CertificatePicture.PageType
            ))
            .ToListAsync(cancellationToken);
}
