using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates;

/// <summary>Two series of a year must never write the same number, in no month of it.</summary>
internal sealed class PatternCollisions(IDatabase database, IInstitution institution) : IApplicationPart
{
    public async Task<Error?> FindAsync(NumberSeries series, CancellationToken cancellationToken)
    {
        var others = await database
            .Set<NumberSeries>()
            .AsNoTracking()
            .Where(other => other.Year == series.Year && other.Id != series.Id)
            .ToListAsync(cancellationToken);
        var centre = (await institution.CurrentAsync(cancellationToken)).Terms.CentreShort;
        var own = Samples(series, centre).ToHashSet();
        return others.Any(other => own.Overlaps(Samples(other, centre)))
            ? NumberSeriesErrors.PatternUsed(series.Year)
            : null;
    }

    // A large sequence hides how many zeros stand before small ones: 0001 and 001 collide from 1000 on.
    private static IEnumerable<string> Samples(NumberSeries series, string centre)
    {
        var pattern = CertificateNumberPattern.Parse(series.Pattern).Value;
        return Enumerable
            .Range(1, 12)
            .Select(month => pattern.Format(987_654_321, new DateOnly(series.Year, month, 1), series.UnitCode, centre));
    }
}
