using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Takes a PNG or JPEG for templates: a background, an emblem, a signature. The same picture is kept once.</summary>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record UploadCertificatePicture(Stream Content, string FileName) : ICommand<CertificatePictureLine>;

/// <param name="Id">What blocks name.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record CertificatePictureLine(Guid Id, string Name, int Width, int Height, long Bytes);

internal sealed class UploadCertificatePictureHandler(
    IDatabase database,
    ICurrentUser user,
    IFileStore files,
    ITemplateWorkshop workshop,
    TimeProvider time
) : IRequestHandler<UploadCertificatePicture, Result<CertificatePictureLine>>
{
    public async Task<Result<CertificatePictureLine>> Handle(
        UploadCertificatePicture request,
        CancellationToken cancellationToken
    )
    {
        var rules = new FileRules(FileKinds.Png | FileKinds.Jpeg, CertificatePicture.BytesMaximum);
        var stored = await files.SaveAsync(request.Content, request.FileName, rules, cancellationToken);
        if (!stored.IsSuccess)
            return Result<CertificatePictureLine>.Failure(stored.Errors);
        var hash = stored.Value.Hash;
        var known = await database
            .Set<CertificatePicture>()
            .AsNoTracking()
            .SingleOrDefaultAsync(picture => picture.FileHash == hash, cancellationToken);
        if (known is not null)
            return Line(known);
        if (await database.Set<CertificatePicture>().CountAsync(cancellationToken) >= CertificatePicture.CountMaximum)
            return CertificatePictureErrors.TooMany(CertificatePicture.CountMaximum);
        await using var stream = await files.OpenAsync(hash, cancellationToken);
        var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        var facts = workshop.ReadPicture(content.ToArray());
        if (!facts.IsSuccess)
            return facts.Error;
        var picture = CertificatePicture.Create(
            stored.Value.Name,
            hash,
            stored.Value.ContentType,
            facts.Value,
            user.UserId,
            time.GetUtcNow()
        );
        database.Set<CertificatePicture>().Add(picture);
        return Line(picture);
    }

    private static CertificatePictureLine Line(CertificatePicture picture) =>
        new(picture.Id.Value, picture.Name, picture.Width, picture.Height, picture.Bytes);
}
