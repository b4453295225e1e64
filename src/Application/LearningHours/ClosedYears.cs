using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours;

/// <summary>Whether a year was closed, now or at a moment of the past, and with what result for somebody.</summary>
internal sealed class ClosedYears(IDatabase database, IInstitutionClock clock) : IApplicationPart
{
    public async Task<JpYearClosed?> FindAsync(
        EmployeeId person,
        int year,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        var closing = await database
            .Set<YearClosing>()
            .AsNoTracking()
            .Where(found => found.Year == year)
            .Where(found =>
                asOf == null
                    ? found.ReopenedAt == null
                    : found.ClosedAt <= asOf && (found.ReopenedAt == null || found.ReopenedAt > asOf)
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (closing is null)
            return null;
        var result = await database
            .Set<YearResult>()
            .AsNoTracking()
            .Where(found => found.EmployeeId == person.Value && found.ClosingId == closing.Id)
            .Select(found => new JpYearResult(
                found.EmploymentType,
                found.MinimumJp,
                found.MaximumJp,
                found.Jp,
                found.Counted,
                found.Met
            ))
            .SingleOrDefaultAsync(cancellationToken);
        return new JpYearClosed(await clock.DayOfAsync(closing.ClosedAt, cancellationToken), result);
    }
}

/// <summary>The closing of a year, as it stands on a statement.</summary>
/// <param name="Result">What was frozen for the person; null while results are being written down, or for somebody who was not there.</param>
public sealed record JpYearClosed(DateOnly On, JpYearResult? Result);

/// <param name="Jp">All hours of the year when it was closed.</param>
/// <param name="Counted">What counted toward the target.</param>
/// <param name="Met">Nothing was owed.</param>
public sealed record JpYearResult(string EmploymentType, int? MinimumJp, int? MaximumJp, int Jp, int Counted, bool Met);
