using FluentValidation;
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
using Pionir.Domain.Organization;

namespace Pionir.Application.Certificates.Commands;

/// <summary>
/// Says which template serves a kind: for everything, one scheme, or one unit and all below it. The nearest unit wins,
/// then the named scheme. Only what is issued from now on changes.
/// </summary>
/// <param name="Scheme">Null is every scheme.</param>
/// <param name="UnitId">Null is the whole institution.</param>
/// <param name="TemplateId">Null takes the assignment away: what stands above it serves again.</param>
[Requires(Permission.CertificateTemplatesManage)]
public sealed record AssignCertificateTemplate(
    CertificateKind Kind,
    CertificateScheme? Scheme,
    Guid? UnitId,
    Guid? TemplateId
) : ICommand;

internal sealed class AssignCertificateTemplateValidator : AbstractValidator<AssignCertificateTemplate>
{
    public AssignCertificateTemplateValidator()
    {
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Scheme).IsInEnum();
    }
}

internal sealed class AssignCertificateTemplateHandler(IDatabase database, IUnitTree tree, TimeProvider time)
    : IRequestHandler<AssignCertificateTemplate, Result>
{
    public async Task<Result> Handle(AssignCertificateTemplate request, CancellationToken cancellationToken)
    {
        var unit = request.UnitId is { } asked ? UnitId.From(asked) : (UnitId?)null;
        var existing = await database
            .Set<TemplateAssignment>()
            .SingleOrDefaultAsync(
                one => one.Kind == request.Kind && one.Scheme == request.Scheme && one.UnitId == unit,
                cancellationToken
            );
        if (request.TemplateId is not { } wanted)
        {
            if (existing is null)
                return CertificateTemplateErrors.AssignmentNotFound();
            database.Set<TemplateAssignment>().Remove(existing);
            return Result.Success();
        }
        if (unit is { } known && (await tree.ReadAsync(cancellationToken)).Find(known) is null)
            return CertificateTemplateErrors.UnitNotFound();
        var id = CertificateTemplateId.From(wanted);
        var template = await database
            .Set<CertificateTemplate>()
            .SingleOrDefaultAsync(template => template.Id == id, cancellationToken);
        if (template is null)
            return CertificateTemplateErrors.NotFound();
        if (template.ArchivedAt is not null)
            return CertificateTemplateErrors.Archived();
        if (template.Published == 0)
            return CertificateTemplateErrors.NotPublished();
        if (existing is null)
        {
            database
                .Set<TemplateAssignment>()
                .Add(TemplateAssignment.Create(request.Kind, request.Scheme, unit, id, time.GetUtcNow()));
        }
        else
        {
            existing.Use(id, time.GetUtcNow());
        }
        return Result.Success();
    }
}
