using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Commands;

/// <param name="Settings">All settings; the logo is kept whatever it says here.</param>
/// <param name="EffectiveFrom">First day on which they hold; today when null.</param>
[Requires(Permission.InstitutionManage)]
public sealed record UpdateInstitution(
    InstitutionSettings Settings,
    DateOnly? EffectiveFrom,
    string? Reason,
    uint? ExpectedVersion
) : ICommand<InstitutionUpdated>, IVersioned;

/// <param name="Version">Number of the version made; the one before when nothing differed.</param>
public sealed record InstitutionUpdated(int Version, DateOnly EffectiveFrom);

internal sealed class UpdateInstitutionValidator : AbstractValidator<UpdateInstitution>
{
    public UpdateInstitutionValidator()
    {
        RuleFor(request => request.Settings).NotNull();
        RuleFor(request => request.Reason).MaximumLength(InstitutionVersion.ReasonMaximum);
    }
}

internal sealed class UpdateInstitutionHandler(InstitutionEditor editor)
    : IRequestHandler<UpdateInstitution, Result<InstitutionUpdated>>
{
    public Task<Result<InstitutionUpdated>> Handle(UpdateInstitution request, CancellationToken cancellationToken)
    {
        foreach (var role in request.Settings.Terms.Roles.Keys)
        {
            if (!Enum.GetNames<Role>().Any(known => string.Equals(known, role, StringComparison.OrdinalIgnoreCase)))
            {
                Result<InstitutionUpdated> unknown = InstitutionErrors.RoleUnknown($"terms.roles.{role}", role);
                return Task.FromResult(unknown);
            }
        }
        return editor.ChangeAsync(
            before => request.Settings with { LogoHash = before.LogoHash, LogoContentType = before.LogoContentType },
            request.EffectiveFrom,
            request.Reason,
            request.ExpectedVersion,
            cancellationToken
        );
    }
}
