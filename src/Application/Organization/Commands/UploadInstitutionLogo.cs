using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Organization.Commands;

/// <summary>Gives the institution a logo: PNG or JPEG, at most 1 MB. It is a change of the settings like any other.</summary>
[Requires(Permission.InstitutionManage)]
public sealed record UploadInstitutionLogo(Stream Content, string FileName, uint? ExpectedVersion)
    : ICommand<InstitutionUpdated>,
        IVersioned
{
    public const long MaximumBytes = 1024 * 1024;
}

internal sealed class UploadInstitutionLogoHandler(InstitutionEditor editor, IFileStore files)
    : IRequestHandler<UploadInstitutionLogo, Result<InstitutionUpdated>>
{
    public async Task<Result<InstitutionUpdated>> Handle(
        UploadInstitutionLogo request,
        CancellationToken cancellationToken
    )
    {
        var rules = new FileRules(FileKinds.Png | FileKinds.Jpeg, UploadInstitutionLogo.MaximumBytes);
        var stored = await files.SaveAsync(request.Content, request.FileName, rules, cancellationToken);
        if (!stored.IsSuccess)
            return Result<InstitutionUpdated>.Failure(stored.Errors);
        return await editor.ChangeAsync(
            before => before with { LogoHash = stored.Value.Hash, LogoContentType = stored.Value.ContentType },
            effectiveFrom: null,
            reason: null,
            request.ExpectedVersion,
            cancellationToken
        );
    }
}
