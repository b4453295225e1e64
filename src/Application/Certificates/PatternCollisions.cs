using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates;

/// <summary>Two series of a year must never write the same number.</summary>
internal sealed class PatternCollisions(IDatabase database) : IApplicationPart
{
    public async Task<Error?> FindAsync(NumberSeries series, CancellationToken cancellationToken)
    {
        var others = await database
            .Set<NumberSeries>()
            .AsNoTracking()
            .Where(other => other.Year == series.Year && other.Id != series.Id)
            .ToListAsync(cancellationToken);
        var sample = Sample(series);
        return others.Any(other => Sample(other) == sample) ? NumberSeriesErrors.PatternUsed(series.Year) : null;
    }

    // A large sequence hides how many zeros stand before small ones: 0001 and 001 collide from 1000 on.
    private static string Sample(NumberSeries series) =>
        CertificateNumberPattern
            .Parse(series.Pattern)
            .Value.Format(987_654_321, new DateOnly(series.Year, 12, 31), series.UnitCode);
}
