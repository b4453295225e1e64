using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>One template: its draft, or a version as it was published.</summary>
/// <param name="Number">Null is the draft.</param>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record GetCertificateTemplate(Guid Id, int? Number) : IQuery<CertificateTemplateView>;

/// <param name="Document">The draft, or the version asked for.</param>
/// <param name="Version">To be sent back as If-Match.</param>
/// <param name="Assigned">Certificates are printed with it now.</param>
public sealed record CertificateTemplateView(
    Guid Id,
    string Name,
    TemplateDocument Document,
    DateTimeOffset ChangedAt,
    DateTimeOffset? ArchivedAt,
    bool HasChanges,
    IReadOnlyList<TemplateVersionLine> Versions,
    bool Assigned,
    bool CanEdit,
    bool CanPublish,
    bool CanArchive,
    uint Version
);

/// <summary>A published version, newest first.</summary>
/// <param name="Code">Stands on every certificate printed with it.</param>
public sealed record TemplateVersionLine(int Number, string Code, DateTimeOffset PublishedAt);

internal sealed class GetCertificateTemplateHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<GetCertificateTemplate, Result<CertificateTemplateView>>
{
    public async Task<Result<CertificateTemplateView>> Handle(
        GetCertificateTemplate request,
        CancellationToken cancellationToken
    )
    {
        var id = CertificateTemplateId.From(request.Id);
        var template = await database
            .Set<CertificateTemplate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(template => template.Id == id, cancellationToken);
        if (template is null)
            return CertificateTemplateErrors.NotFound();
        var versions = await database
            .Set<TemplateVersion>()
            .AsNoTracking()
            .Where(version => version.TemplateId == id)
            .OrderByDescending(version => version.Number)
            .Select(version => new TemplateVersionLine(version.Number, version.Code, version.PublishedAt))
            .ToListAsync(cancellationToken);
        var document = template.Draft;
        if (request.Number is { } number)
        {
            var published = await database
                .Set<TemplateVersion>()
                .Where(version => version.TemplateId == id && version.Number == number)
                .Select(version => version.Document)
                .SingleOrDefaultAsync(cancellationToken);
            if (published is null)
                return CertificateTemplateErrors.VersionNotFound();
            document = published;
        }
        var assigned = await database
            .Set<TemplateAssignment>()
            .AnyAsync(assignment => assignment.TemplateId == id, cancellationToken);
        var mayManage = user.Has(Permission.CertificateTemplatesManage);
        var isOpen = template.ArchivedAt is null;
        return new CertificateTemplateView(
            template.Id.Value,
            template.Name,
            request.Number is null
                ? TemplateDocument.FromJson(document).Renewed()
                : TemplateDocument.FromJson(document),
            template.ChangedAt,
            template.ArchivedAt,
            template.HasChanges,
            versions,
            assigned,
            mayManage && isOpen && request.Number is null,
            mayManage && isOpen && template.HasChanges,
            mayManage && isOpen && !assigned,
            template.Version
        );
    }
}
