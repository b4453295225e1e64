using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>Saves the draft, also with problems in it; what is published stays as it is.</summary>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record UpdateCertificateTemplate(Guid Id, string Name, TemplateDocument Document, uint? ExpectedVersion)
    : ICommand<CertificateTemplateUpdated>,
        IVersioned;

/// <param name="Version">To be sent back as If-Match with the next edit.</param>
public sealed record CertificateTemplateUpdated(DateTimeOffset ChangedAt, bool HasChanges, uint Version);

internal sealed class UpdateCertificateTemplateValidator : AbstractValidator<UpdateCertificateTemplate>
{
    public UpdateCertificateTemplateValidator() =>
        RuleFor(command => command.Name).NotEmpty().MaximumLength(CertificateTemplate.NameMaximum);
}

internal sealed class UpdateCertificateTemplateHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<UpdateCertificateTemplate, Result<CertificateTemplateUpdated>>
{
    public async Task<Result<CertificateTemplateUpdated>> Handle(
        UpdateCertificateTemplate request,
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
        var changed = template.Change(request.Name, request.Document, user.UserId, time.GetUtcNow());
        if (!changed.IsSuccess)
            return changed.Error;
        await database.SaveChangesAsync(cancellationToken);
        return new CertificateTemplateUpdated(template.ChangedAt, template.HasChanges, template.Version);
    }
}
