using FluentValidation;
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
/// Takes a TrueType or OpenType font for templates. It is read whole before it is kept; a font that may not be
/// embedded, or that would break when certificates are printed, is refused here.
/// </summary>
/// <param name="Licence">Why the institution may use and embed it.</param>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record UploadFont(Stream Content, string FileName, string Licence) : ICommand<FontUploaded>;

/// <param name="Id">What blocks name.</param>
public sealed record FontUploaded(Guid Id, string Name);

internal sealed class UploadFontValidator : AbstractValidator<UploadFont>
{
    public UploadFontValidator() => RuleFor(command => command.Licence).MaximumLength(CertificateFont.LicenceMaximum);
}

internal sealed class UploadFontHandler(
    IDatabase database,
    ICurrentUser user,
    IFileStore files,
    ITemplateWorkshop workshop,
    TimeProvider time
) : IRequestHandler<UploadFont, Result<FontUploaded>>
{
    public async Task<Result<FontUploaded>> Handle(UploadFont request, CancellationToken cancellationToken)
    {
        if (await database.Set<CertificateFont>().CountAsync(cancellationToken) >= CertificateFont.CountMaximum)
            return CertificateFontErrors.TooMany(CertificateFont.CountMaximum);
        var rules = new FileRules(FileKinds.Font, CertificateFont.BytesMaximum);
        var stored = await files.SaveAsync(request.Content, request.FileName, rules, cancellationToken);
        if (!stored.IsSuccess)
            return Result<FontUploaded>.Failure(stored.Errors);
        var hash = stored.Value.Hash;
        if (await database.Set<CertificateFont>().AnyAsync(font => font.FileHash == hash, cancellationToken))
            return CertificateFontErrors.AlreadyThere();
        await using var stream = await files.OpenAsync(hash, cancellationToken);
        var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        var facts = workshop.ReadFont(content.ToArray());
        if (!facts.IsSuccess)
            return facts.Error;
        var font = CertificateFont.Create(facts.Value, hash, request.Licence, user.UserId, time.GetUtcNow());
        if (!font.IsSuccess)
            return font.Error;
        database.Set<CertificateFont>().Add(font.Value);
        return new FontUploaded(font.Value.Id.Value, font.Value.Name);
    }
}
