using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The designed templates by name; besides them there always is the one that ships.</summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record ListCertificateTemplates(bool Archived) : IQuery<CertificateTemplateList>;

/// <param name="CanManage">May this user create, change and publish them.</param>
public sealed record CertificateTemplateList(IReadOnlyList<CertificateTemplateLine> Items, bool CanManage);

/// <param name="Published">Number of the newest published version; 0 while there is none.</param>
/// <param name="HasChanges">The draft says something else than the newest version.</param>
/// <param name="Certificates">Printed with any of its versions.</param>
/// <param name="Assignments">For how many kinds and units it serves.</param>
public sealed record CertificateTemplateLine(
    Guid Id,
    string Name,
    int Published,
    bool HasChanges,
    DateTimeOffset ChangedAt,
    DateTimeOffset? ArchivedAt,
    int Certificates,
    int Assignments
);

internal sealed class ListCertificateTemplatesHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListCertificateTemplates, Result<CertificateTemplateList>>
{
    public async Task<Result<CertificateTemplateList>> Handle(
        ListCertificateTemplates request,
        CancellationToken cancellationToken
    )
    {
        var templates = await database
            .Set<CertificateTemplate>()
            .AsNoTracking()
            .Where(template => template.ArchivedAt != null == request.Archived)
            .OrderBy(template => template.Name)
            .Select(template => new
            {
                Template = template,
                Assignments = database
                    .Set<TemplateAssignment>()
                    .Count(assignment => assignment.TemplateId == template.Id),
                Certificates = database
                    .Set<TemplateVersion>()
                    .Where(version => version.TemplateId == template.Id)
                    .Sum(version =>
                        database
                            .Set<Domain.Certificates.Certificate>()
                            .Count(certificate => certificate.TemplateVersion == version.Code)
                    ),
            })
            .ToListAsync(cancellationToken);
        return new CertificateTemplateList(
            [
                .. templates.Select(row => new CertificateTemplateLine(
                    row.Template.Id.Value,
                    row.Template.Name,
                    row.Template.Published,
                    row.Template.HasChanges,
                    row.Template.ChangedAt,
                    row.Template.ArchivedAt,
                    row.Certificates,
                    row.Assignments
                )),
            ],
            user.Has(Permission.CertificateTemplatesManage)
        );
    }
}
