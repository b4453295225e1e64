using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>A sample certificate as PDF, marked as a preview: from the saved draft or a published version.</summary>
/// <param name="Number">Null is the draft.</param>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record PrintCertificateTemplate(Guid Id, int? Number, TemplateSample Sample) : IQuery<PdfFileContent>;

internal sealed class PrintCertificateTemplateHandler(
    IDatabase database,
    TemplateShelf shelf,
    TemplateBench bench,
    CertificatePrinter printer,
    ICertificateRenderer renderer
) : IRequestHandler<PrintCertificateTemplate, Result<PdfFileContent>>
{
    public async Task<Result<PdfFileContent>> Handle(
        PrintCertificateTemplate request,
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
        if (request.Number is { } number && (number < 1 || number > template.Published))
            return CertificateTemplateErrors.VersionNotFound();
        var material = request.Number is { } published
            ? await shelf.FetchAsync(TemplateVersion.CodeOf(id, published), cancellationToken)
            : await shelf.FetchAsync(TemplateDocument.FromJson(template.Draft).Renewed(), cancellationToken);
        var snapshot = await bench.SampleAsync(request.Sample, cancellationToken);
        var logo = await printer.LogoAsync(snapshot, cancellationToken);
        return new PdfFileContent(
            $"contoh-{CertificatePrinter.Safe(template.Name)}.pdf".ToLowerInvariant(),
            renderer.Render(snapshot, material, logo, preview: true)
        );
    }
}
