using MediatR;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>
/// A draft, saved or not, as it would be printed: drawn by the machine that prints certificates and read back from the
/// very content of its pages.
/// </summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record PreviewCertificateTemplate(TemplateDocument Document, TemplateSample Sample)
    : IQuery<CertificateTemplatePreview>;

/// <param name="Problems">Found with every sample, not only the one shown.</param>
public sealed record CertificateTemplatePreview(
    IReadOnlyList<DrawnPage> Pages,
    IReadOnlyList<FittedText> Texts,
    IReadOnlyList<TemplateProblemView> Problems
);

/// <param name="BlockId">Null when it concerns the whole template.</param>
/// <param name="Text">What is wrong and what to do, in both languages.</param>
public sealed record TemplateProblemView(
    string Code,
    TemplateProblemSeverity Severity,
    string? BlockId,
    LocalText Text
);

internal sealed class PreviewCertificateTemplateHandler(TemplateBench bench, IErrorTexts texts)
    : IRequestHandler<PreviewCertificateTemplate, Result<CertificateTemplatePreview>>
{
    public async Task<Result<CertificateTemplatePreview>> Handle(
        PreviewCertificateTemplate request,
        CancellationToken cancellationToken
    )
    {
        if (TemplateRules.Refusal(request.Document) is { } refusal)
            return refusal;
        var (drawing, problems) = await bench.TryAsync(request.Document, request.Sample, cancellationToken);
        return new CertificateTemplatePreview(
            drawing.Pages,
            drawing.Texts,
            [
                .. problems
                    .OrderByDescending(problem => problem.Severity)
                    .Select(problem => new TemplateProblemView(
                        problem.Error.Code,
                        problem.Severity,
                        problem.BlockId,
                        texts.Of(problem.Error)
                    )),
            ]
        );
    }
}
