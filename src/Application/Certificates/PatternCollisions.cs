using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates;

/// <summary>
/// No series may write a number that another one writes, wrote under an earlier pattern, or will write once it goes over
/// into the same year. The database refuses the number itself; this tells it before anybody waits for a certificate.
/// </summary>
public sealed class PatternCollisions(IDatabase database, IInstitution institution) : IApplicationPart
{
    public async Task<Error?> FindAsync(NumberSeries series, CancellationToken cancellationToken)
    {
        var all = await database
            .Set<NumberSeries>()
            .AsNoTracking()
            .Where(other => other.Id != series.Id)
            .ToListAsync(cancellationToken);
        var others = all.Where(other => !SameCount(other, series) || other.Year != series.Year).ToList();
        var toCome = others
            .Where(other => other.Year <= series.Year && !SameCount(other, series))
            .GroupBy(other => (other.Kind, other.UnitId))
            .Select(count => count.MaxBy(other => other.Year)!)
            .Where(latest => latest.Year < series.Year)
            .Select(latest => latest.InYear(series.Year));
        var centre = (await institution.CurrentAsync(cancellationToken)).Terms.CentreShort;
        return
            others.Concat(toCome).Any(other => series.CollidesWith(other, centre))
            || await IsGivenAsync(series, centre, cancellationToken)
            ? NumberSeriesErrors.PatternUsed(series.Year)
            : null;
    }

    private static bool SameCount(NumberSeries one, NumberSeries other) =>
        one.Kind == other.Kind && one.UnitId == other.UnitId;

    private Task<bool> IsGivenAsync(NumberSeries series, string centre, CancellationToken cancellationToken)
    {
        var expression = $"^({string.Join('|', series.Shapes(centre).Select(shape => shape.Expression()))})$";
        var id = series.Id.Value;
        return database
            .Database.SqlQuery<bool>(
                $"""
                SELECT EXISTS (SELECT FROM certificates WHERE series_id <> {id} AND number ~* {expression})
                    OR EXISTS (SELECT FROM void_numbers WHERE series_id <> {id} AND number ~* {expression}) AS "Value"
                """
            )
            .SingleAsync(cancellationToken);
    }
}
