using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The picture itself, for the designer's page.</summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record GetCertificatePicture(Guid Id) : IQuery<FileContent>;

internal sealed class GetCertificatePictureHandler(IDatabase database, IFileStore files)
    : IRequestHandler<GetCertificatePicture, Result<FileContent>>
{
    public async Task<Result<FileContent>> Handle(GetCertificatePicture request, CancellationToken cancellationToken)
    {
        var id = CertificatePictureId.From(request.Id);
        var picture = await database
            .Set<CertificatePicture>()
            .AsNoTracking()
            .SingleOrDefaultAsync(picture => picture.Id == id, cancellationToken);
        return picture is null
            ? CertificatePictureErrors.NotFound()
            : new FileContent(
                await files.OpenAsync(picture.FileHash, cancellationToken),
                picture.Name,
                picture.ContentType,
                picture.FileHash
            );
    }
}
