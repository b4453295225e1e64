using Microsoft.EntityFrameworkCore;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

public static class InstitutionVersions
{
    /// <summary>The version that holds now; of two that begin on one day the later one counts.</summary>
    public static InstitutionVersion? InForce(this IEnumerable<InstitutionVersion> versions, DateTimeOffset now) =>
        versions.InOrder().LastOrDefault(version => version.EffectiveFrom <= version.Settings.TimeZone.DayOf(now));

    /// <summary>In the order in which they come into force.</summary>
    internal static IEnumerable<InstitutionVersion> InOrder(this IEnumerable<InstitutionVersion> versions) =>
        versions.OrderBy(version => version.EffectiveFrom).ThenBy(version => version.Number);

    /// <summary>What an edit is made on: moves with every change, planned ones included.</summary>
    internal static int EditNumber(this IEnumerable<InstitutionVersion> standing) =>
        standing.Select(version => version.Number).DefaultIfEmpty().Max();

    internal static Task<List<InstitutionVersion>> Standing(
        this IQueryable<InstitutionVersion> versions,
        CancellationToken cancellationToken
    ) => versions.Where(version => version.CancelledAt == null).ToListAsync(cancellationToken);

    /// <summary>
    /// Each version holds all settings, so one that is planned must take over what now changes before it; what it
    /// changes itself stays planned.
    /// </summary>
    internal static Result Rebase(
        this IEnumerable<InstitutionVersion> planned,
        InstitutionSettings before,
        InstitutionSettings after,
        DateOnly today
    )
    {
        foreach (var version in planned)
        {
            var was = version.Settings;
            var carried = version.Carry(SettingsJson.Carry(before, was, onto: after), today);
            if (!carried.IsSuccess)
                return carried;
            (before, after) = (was, version.Settings);
        }
        return Result.Success();
    }
}
