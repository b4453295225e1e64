using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Queries;

[Public("The sign-in page and public pages show it.")]
public sealed record GetInstitutionLogo : IQuery<InstitutionLogo>;

/// <param name="Hash">Address of the content; changes with it.</param>
public sealed record InstitutionLogo(Stream Content, string ContentType, string Hash);

internal sealed class GetInstitutionLogoHandler(IInstitution institution, IFileStore files)
    : IRequestHandler<GetInstitutionLogo, Result<InstitutionLogo>>
{
    public async Task<Result<InstitutionLogo>> Handle(GetInstitutionLogo request, CancellationToken cancellationToken)
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        if (settings.LogoHash is not { } hash)
            return InstitutionErrors.LogoNotFound();
        return new InstitutionLogo(
            await files.OpenAsync(hash, cancellationToken),
            settings.LogoContentType ?? "image/png",
            hash
        );
    }
}
