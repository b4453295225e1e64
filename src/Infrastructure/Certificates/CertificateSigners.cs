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
        var who = acting?.DelegateId.Value ?? await HeadAsync(nextDay, cancellationToken);
        var account = await context
            .Set<Account>()
            .AsNoTracking()
            .FirstOrDefaultAsync(account => account.Id == AccountId.From(who), cancellationToken);
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

    /// <summary>
    /// Who held the office on the day before: while it changes hands two may, and the one named last signs. The day on which
    /// it was taken back is the successor's. Of a day before anybody held it, the first who did.
    /// </summary>
    private Task<Guid> HeadAsync(DateTimeOffset nextDay, CancellationToken cancellationToken) =>
        context
            .Database.SqlQuery<Guid>(
                $"""
                SELECT a.id AS "Value" FROM accounts a JOIN (
                    SELECT account_id, assigned_at, NULL::timestamptz AS removed_at FROM role_assignments
                    WHERE role = {nameof(Role.HeadOfCentre)}
                    UNION ALL
                    SELECT account_id, assigned_at, removed_at FROM past_roles
                    WHERE role = {nameof(Role.HeadOfCentre)} AND removed_at >= {nextDay.ToUniversalTime()}
                ) held ON held.account_id = a.id
                WHERE coalesce(a.disabled_at >= {nextDay.ToUniversalTime()}, a.status = 'Active' OR removed_at IS NOT NULL)
                ORDER BY assigned_at < {nextDay.ToUniversalTime()} DESC,
                    CASE WHEN assigned_at < {nextDay.ToUniversalTime()} THEN assigned_at END DESC, assigned_at, a.id
                LIMIT 1
                """
            )
            .SingleOrDefaultAsync(cancellationToken);

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
