using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Takes a template out of the choice, or back into it; what was printed with it stays printable.</summary>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record ArchiveCertificateTemplate(Guid Id, bool Archived) : ICommand;

internal sealed class ArchiveCertificateTemplateHandler(IDatabase database, TimeProvider time)
    : IRequestHandler<ArchiveCertificateTemplate, Result>
{
    public async Task<Result> Handle(ArchiveCertificateTemplate request, CancellationToken cancellationToken)
    {
        var id = CertificateTemplateId.From(request.Id);
        var template = await database
            .Set<CertificateTemplate>()
            .SingleOrDefaultAsync(template => template.Id == id, cancellationToken);
        if (template is null)
            return CertificateTemplateErrors.NotFound();
        if (!request.Archived)
        {
            template.Restore();
            return Result.Success();
        }
        var assigned = await database
            .Set<TemplateAssignment>()
            .AnyAsync(assignment => assignment.TemplateId == id, cancellationToken);
        return template.Archive(assigned, time.GetUtcNow());
    }
}
