using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

public enum TemplateBeginning
{
    /// <summary>A complete certificate in the look that ships, to be changed.</summary>
    Official,

    /// <summary>The same on an upright sheet.</summary>
    OfficialPortrait,

    /// <summary>An empty sheet.</summary>
    Blank,
}

/// <summary>Begins a template. It serves nothing before it is published and assigned.</summary>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record CreateCertificateTemplate(string Name, TemplateBeginning Beginning)
    : ICommand<CertificateTemplateCreated>;

public sealed record CertificateTemplateCreated(Guid Id);

internal sealed class CreateCertificateTemplateValidator : AbstractValidator<CreateCertificateTemplate>
{
    public CreateCertificateTemplateValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(CertificateTemplate.NameMaximum);
        RuleFor(command => command.Beginning).IsInEnum();
    }
}

internal sealed class CreateCertificateTemplateHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CreateCertificateTemplate, Result<CertificateTemplateCreated>>
{
    public Task<Result<CertificateTemplateCreated>> Handle(
        CreateCertificateTemplate request,
        CancellationToken cancellationToken
    )
    {
        var document = request.Beginning switch
        {
            TemplateBeginning.Official => TemplateStarter.Landscape(),
            TemplateBeginning.OfficialPortrait => TemplateStarter.Portrait(),
            _ => new TemplateDocument(),
        };
        var made = CertificateTemplate.Create(request.Name, document, user.UserId, time.GetUtcNow());
        if (!made.IsSuccess)
            return Task.FromResult<Result<CertificateTemplateCreated>>(made.Error);
        database.Set<CertificateTemplate>().Add(made.Value);
        return Task.FromResult<Result<CertificateTemplateCreated>>(new CertificateTemplateCreated(made.Value.Id.Value));
    }
}
