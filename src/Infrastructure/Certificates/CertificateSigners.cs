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
    IInstitution institution,
    IInstitutionClock clock
) : ICertificateSigners
{
    public async Task<SnapshotSigner?> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        // A delegation that was ended early held until that day, whatever is asked about it later.
        var nextDay = await clock.InstantOfAsync(day.AddDays(1), TimeOnly.MinValue, cancellationToken);
        var acting = await context
            .Set<Delegation>()
            .AsNoTracking()
            .Where(delegation => delegation.EndedAt == null || delegation.EndedAt >= nextDay)
            .Where(delegation => delegation.StartsOn <= day && day <= delegation.EndsOn)
            .OrderByDescending(delegation => delegation.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var account = await (
            acting is null
                ? context
                    .Set<Account>()
                    .AsNoTracking()
                    .Where(account => account.Status == AccountStatus.Active)
                    .Where(account => account.Roles.Any(role => role.Role == Role.HeadOfCentre))
                    // While the office changes hands two may hold it: the one named last by that day signs.
                    .OrderByDescending(account =>
                        account
                            .Roles.Where(role => role.Role == Role.HeadOfCentre && role.AssignedAt < nextDay)
                            .Max(role => (DateTimeOffset?)role.AssignedAt)
                        ?? DateTimeOffset.MinValue
                    )
                    .ThenBy(account => account.Id)
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
