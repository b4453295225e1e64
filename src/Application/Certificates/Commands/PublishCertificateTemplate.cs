using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>
/// Makes a version of the draft that never changes. Where the template is assigned, certificates issued from now on are
/// printed with it; those issued before keep their version.
/// </summary>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record PublishCertificateTemplate(Guid Id, uint? ExpectedVersion)
    : ICommand<CertificateTemplatePublished>,
        IVersioned;

/// <param name="Number">Of the version.</param>
public sealed record CertificateTemplatePublished(int Number, string Code);

internal sealed class PublishCertificateTemplateHandler(
    IDatabase database,
    ICurrentUser user,
    TemplateBench bench,
    TimeProvider time
) : IRequestHandler<PublishCertificateTemplate, Result<CertificateTemplatePublished>>
{
    public async Task<Result<CertificateTemplatePublished>> Handle(
        PublishCertificateTemplate request,
        CancellationToken cancellationToken
    )
    {
        var id = CertificateTemplateId.From(request.Id);
        var template = await database
            .Set<CertificateTemplate>()
            .SingleOrDefaultAsync(template => template.Id == id, cancellationToken);
        if (template is null)
            return CertificateTemplateErrors.NotFound();
        if (Versions.Check(template.Version, request.ExpectedVersion) is { } stale)
            return stale;
        var problems = await bench.InspectAsync(TemplateDocument.FromJson(template.Draft), cancellationToken);
        var published = template.Publish(problems, user.UserId, time.GetUtcNow());
        if (!published.IsSuccess)
            return published.Error;
        database.Set<TemplateVersion>().Add(published.Value);
        return new CertificateTemplatePublished(published.Value.Number, published.Value.Code);
    }
}
