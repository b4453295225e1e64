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

/// <summary>A new template that begins as the draft, or a published version, of another one.</summary>
/// <param name="Number">Null is the draft.</param>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record DuplicateCertificateTemplate(Guid Id, string Name, int? Number)
    : ICommand<CertificateTemplateCreated>;

internal sealed class DuplicateCertificateTemplateValidator : AbstractValidator<DuplicateCertificateTemplate>
{
    public DuplicateCertificateTemplateValidator() =>
        RuleFor(command => command.Name).NotEmpty().MaximumLength(CertificateTemplate.NameMaximum);
}

internal sealed class DuplicateCertificateTemplateHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<DuplicateCertificateTemplate, Result<CertificateTemplateCreated>>
{
    public async Task<Result<CertificateTemplateCreated>> Handle(
        DuplicateCertificateTemplate request,
        CancellationToken cancellationToken
    )
    {
        var id = CertificateTemplateId.From(request.Id);
        var document = await (
            request.Number is { } number
                ? database
                    .Set<TemplateVersion>()
                    .Where(version => version.TemplateId == id && version.Number == number)
                    .Select(version => version.Document)
                : database
                    .Set<CertificateTemplate>()
                    .Where(template => template.Id == id)
                    .Select(template => template.Draft)
        ).SingleOrDefaultAsync(cancellationToken);
        if (document is null)
            return CertificateTemplateErrors.NotFound();
        var made = CertificateTemplate.Create(
            request.Name,
            TemplateDocument.FromJson(document),
            user.UserId,
            time.GetUtcNow()
        );
        if (!made.IsSuccess)
            return made.Error;
        database.Set<CertificateTemplate>().Add(made.Value);
        return new CertificateTemplateCreated(made.Value.Id.Value);
    }
}
