using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Certificates;

/// <inheritdoc cref="ICertificateSigners"/>
internal sealed class CertificateSigners(
    PionirDbContext context,
    IEmployeeDirectory employees,
    IInstitution institution
) : ICertificateSigners
{
    public async Task<SnapshotSigner?> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var acting = await context
            .Set<Delegation>()
            .AsNoTracking()
            .Where(delegation => delegation.EndedAt == null && delegation.StartsOn <= day && day <= delegation.EndsOn)
            .OrderByDescending(delegation => delegation.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var account = await (
            acting is null
                ? context
                    .Set<Account>()
                    .AsNoTracking()
                    .Where(account => account.Status == AccountStatus.Active)
                    .Where(account => account.Roles.Any(role => role.Role == Role.HeadOfCentre))
                    // Two heads would be a mistake of the administrator; the one named last is the head.
                    .OrderByDescending(account => account.CreatedAt)
                    .FirstOrDefaultAsync(cancellationToken)
                : context
                    .Set<Account>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(account => account.Id == acting.DelegateId, cancellationToken)
        );
        if (account is null)
            return null;
        var card = account.EmployeeId is { } id
            ? (await employees.FindAsync([id], cancellationToken)).GetValueOrDefault(id)
            : null;
        var settings = await institution.CurrentAsync(cancellationToken);
        return new SnapshotSigner(
            card?.Name ?? account.Name,
            TitleOf(settings),
            acting is null ? null : $"{acting.Kind}.",
            card?.Number
        );
    }

    /// <summary>"Kepala Pusat" and "Pusat Pengembangan Kompetensi" become one title.</summary>
    private static string TitleOf(InstitutionSettings settings)
    {
        var role = settings.Terms.Roles.TryGetValue("headOfCentre", out var word) ? word.Id : "Kepala";
        var centre = settings.Terms.Centre.Id;
        var first = centre.Split(' ')[0];
        return role.EndsWith($" {first}", StringComparison.OrdinalIgnoreCase)
            ? $"{role[..^first.Length]}{centre}"
            : $"{role} {centre}";
    }
}
