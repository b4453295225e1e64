using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Which template serves what, from the general to the particular; elsewhere the one that ships does.</summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record ListCertificateTemplateAssignments : IQuery<IReadOnlyList<CertificateTemplateAssignmentLine>>;

/// <param name="Scheme">Null is every scheme.</param>
/// <param name="UnitId">Null is the whole institution.</param>
/// <param name="Published">Number of the version that is printed.</param>
public sealed record CertificateTemplateAssignmentLine(
    CertificateKind Kind,
    CertificateScheme? Scheme,
    Guid? UnitId,
    string? UnitName,
    Guid TemplateId,
    string TemplateName,
    int Published,
    DateTimeOffset ChangedAt
);

internal sealed class ListCertificateTemplateAssignmentsHandler(IDatabase database, IUnitTree tree)
    : IRequestHandler<ListCertificateTemplateAssignments, Result<IReadOnlyList<CertificateTemplateAssignmentLine>>>
{
    public async Task<Result<IReadOnlyList<CertificateTemplateAssignmentLine>>> Handle(
        ListCertificateTemplateAssignments request,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Set<TemplateAssignment>()
            .AsNoTracking()
            .Join(
                database.Set<CertificateTemplate>().AsNoTracking(),
                assignment => assignment.TemplateId,
                template => template.Id,
                (assignment, template) =>
                    new
                    {
                        Assignment = assignment,
                        template.Name,
                        template.Published,
                    }
            )
            .ToListAsync(cancellationToken);
        var units = await tree.ReadAsync(cancellationToken);
        return rows.Select(row => new CertificateTemplateAssignmentLine(
                row.Assignment.Kind,
                row.Assignment.Scheme,
                row.Assignment.UnitId?.Value,
                row.Assignment.UnitId is { } unit ? units.Find(unit)?.Name : null,
                row.Assignment.TemplateId.Value,
                row.Name,
                row.Published,
                row.Assignment.ChangedAt
            ))
            .OrderBy(line => line.Kind)
            .ThenBy(line => line.UnitId is not null)
            .ThenBy(line => line.UnitName, StringComparer.Ordinal)
            .ThenBy(line => line.Scheme)
            .ToList();
    }
}
