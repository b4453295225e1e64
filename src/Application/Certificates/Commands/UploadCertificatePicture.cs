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

/// <summary>
/// Takes a PNG, a JPEG or a page of a PDF for templates: a background, an emblem, a signature. The same picture is kept once.
/// </summary>
/// <param name="Page">Of a PDF, from 1; a PDF of one page needs none.</param>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record UploadCertificatePicture(Stream Content, string FileName, int? Page = null)
    : ICommand<CertificatePictureLine>;

/// <param name="Id">What blocks name.</param>
/// <param name="Width">Pixels; millimetres of a page.</param>
/// <param name="Height">Pixels; millimetres of a page.</param>
/// <param name="IsPage">A page of a PDF: drawn, not made of pixels.</param>
public sealed record CertificatePictureLine(Guid Id, string Name, int Width, int Height, long Bytes, bool IsPage);

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
        var upload = await ReadAsync(request.Content, cancellationToken);
        var name = request.FileName;
        PagePicture? page = null;
        if (upload.AsSpan().StartsWith("%PDF-"u8) && upload.Length <= CertificatePicture.BytesMaximum)
        {
            var read = workshop.ReadPage(upload, request.Page);
            if (!read.IsSuccess)
                return read.Error;
            // Kept is the page alone, not the file that it came in.
            page = read.Value;
            upload = page.Content;
            name = request.Page is { } number ? $"{Path.GetFileNameWithoutExtension(name)} ({number}).pdf" : name;
        }
        var rules = new FileRules(
            page is null ? FileKinds.Png | FileKinds.Jpeg : FileKinds.Pdf,
            CertificatePicture.BytesMaximum
        );
        var stored = await files.SaveAsync(new MemoryStream(upload), name, rules, cancellationToken);
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
        Result<PictureFacts> facts = page is null
            ? workshop.ReadPicture(upload)
            : new PictureFacts(page.Width, page.Height, page.Content.Length);
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

    /// <summary>One byte more than may be is enough to be refused.</summary>
    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        // A command that lost a race is run again with the same upload.
        if (content.CanSeek)
            content.Position = 0;
        var buffer = new byte[CertificatePicture.BytesMaximum + 1];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken);
        return buffer[..read];
    }

    private static CertificatePictureLine Line(CertificatePicture picture) =>
        new(
            picture.Id.Value,
            picture.Name,
            picture.Width,
            picture.Height,
            picture.Bytes,
            picture.ContentType == CertificatePicture.PageType
        );
}
