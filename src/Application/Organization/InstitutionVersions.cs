using Microsoft.EntityFrameworkCore;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

public static class InstitutionVersions
{
    /// <summary>The newest of the versions that have begun; planned ones always follow it in number.</summary>
    public static InstitutionVersion? InForce(this IEnumerable<InstitutionVersion> versions, DateTimeOffset now) =>
        versions
            .Where(version => version.EffectiveFrom <= version.Settings.TimeZone.DayOf(now))
            .MaxBy(version => version.Number);

    /// <summary>What an edit is made on: moves with every change, planned ones included.</summary>
    internal static int EditNumber(this IEnumerable<InstitutionVersion> standing) =>
        standing.Select(version => version.Number).DefaultIfEmpty().Max();

    internal static Task<List<InstitutionVersion>> Standing(
        this IQueryable<InstitutionVersion> versions,
        CancellationToken cancellationToken
    ) => versions.Where(version => version.CancelledAt == null).ToListAsync(cancellationToken);
}
