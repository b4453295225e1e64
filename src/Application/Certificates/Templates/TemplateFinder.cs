using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates.Templates;

/// <summary>Finds the template version that certificates of a kind, scheme and unit are printed with today.</summary>
internal sealed class TemplateFinder(IDatabase database, IUnitTree tree, ICertificateRenderer renderer)
    : IApplicationPart
{
    /// <summary>Code of the version; the template that ships where none is assigned.</summary>
    public async Task<string> ServingAsync(
        CertificateKind kind,
        CertificateScheme? scheme,
        UnitId unit,
        CancellationToken cancellationToken
    )
    {
        var assignments = await database
            .Set<TemplateAssignment>()
            .AsNoTracking()
            .Where(assignment => assignment.Kind == kind)
            .ToListAsync(cancellationToken);
        if (assignments.Count == 0)
            return renderer.BuiltInTemplate;
        var units = await tree.ReadAsync(cancellationToken);
        var above = new List<UnitId> { unit };
        while (units.Find(above[^1])?.ParentId is { } parent && !above.Contains(parent))
            above.Add(parent);
        if (TemplateAssignment.Choose(assignments, kind, scheme, above) is not { } chosen)
            return renderer.BuiltInTemplate;
        var number = await database
            .Set<CertificateTemplate>()
            .Where(template => template.Id == chosen.TemplateId)
            .Select(template => template.Published)
            .SingleAsync(cancellationToken);
        return TemplateVersion.CodeOf(chosen.TemplateId, number);
    }
}
