using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Certificates;
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
        List<Error> broken = [.. UnknownRoles(request.Settings), .. CertificatePatterns(request.Settings)];
        if (broken.Count > 0)
            return Task.FromResult(Result<InstitutionUpdated>.Failure(broken));
        return editor.ChangeAsync(
            before => request.Settings with { LogoHash = before.LogoHash, LogoContentType = before.LogoContentType },
            request.EffectiveFrom,
            request.Reason,
            request.ExpectedVersion,
            cancellationToken
        );
    }

    private static IEnumerable<Error> UnknownRoles(InstitutionSettings settings) =>
        settings
            .Terms.Roles.Keys.Where(role => !Enum.GetNames<Role>().Contains(role, StringComparer.OrdinalIgnoreCase))
            .Select(role => InstitutionErrors.RoleUnknown($"terms.roles.{role}", role));

    /// <summary>The settings know the fields; whether such numbers can never meet, the certificates know.</summary>
    private static IEnumerable<Error> CertificatePatterns(InstitutionSettings settings) =>
        settings
            .Numbering.Certificates.Where(entry => NumberingRules.IsSound(entry.Value))
            .SelectMany(entry =>
                CertificateNumberPattern
                    .Parse(entry.Value)
                    .Errors.Select(error => error with { Field = $"numbering.certificates.{entry.Key}" })
            );
}
