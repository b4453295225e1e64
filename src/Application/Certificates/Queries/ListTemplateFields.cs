using MediatR;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Fields that text can name, and the ways in which each can be written.</summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record ListTemplateFields : IQuery<IReadOnlyList<TemplateFieldLine>>;

/// <param name="Formats">The first one is meant when none is named.</param>
/// <param name="Examples">The field of a sample certificate in each format.</param>
public sealed record TemplateFieldLine(string Name, IReadOnlyList<string> Formats, IReadOnlyList<string> Examples);

internal sealed class ListTemplateFieldsHandler(TemplateBench bench)
    : IRequestHandler<ListTemplateFields, Result<IReadOnlyList<TemplateFieldLine>>>
{
    public async Task<Result<IReadOnlyList<TemplateFieldLine>>> Handle(
        ListTemplateFields request,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await bench.SampleAsync(TemplateSample.Ordinary, cancellationToken);
        return TemplateField
            .All.Select(field => new TemplateFieldLine(
                field.Name,
                field.Formats,
                [.. field.Formats.Select(format => field.Print(snapshot, format, dots: true))]
            ))
            .ToList();
    }
}
