using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Certificates;

/// <summary>Finds, or for the first number of a year makes, the series to take from.</summary>
internal sealed class SeriesFinder(
    PionirDbContext context,
    IInstitution institution,
    IUnitTree tree,
    PatternCollisions collisions
)
{
    internal const int Making = 7344;

    public async Task<Result<NumberSeries>> LockAsync(
        CertificateKind kind,
        UnitId unit,
        int year,
        CancellationToken cancellationToken
    )
    {
        // A unit counts for itself once somebody has given it a series, in this year or an earlier one.
        var own = await LatestAsync(kind, unit, year, cancellationToken);
        var owner = own is null ? (UnitId?)null : unit;
        var latest = own ?? await LatestAsync(kind, null, year, cancellationToken);
        if (latest?.Year != year)
        {
            // Two may give the first number of a year at once: who waits here finds the series of the other, with its numbers.
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Making})", cancellationToken);
            latest = await LatestAsync(kind, owner, year, cancellationToken);
            if (latest?.Year != year && await MakeAsync(kind, owner, year, latest, cancellationToken) is { } refusal)
                return refusal;
        }
        var id = await context
            .Set<NumberSeries>()
            .AsNoTracking()
            .Where(series => series.Kind == kind && series.Year == year && series.UnitId == owner)
            .Select(series => series.Id)
            .SingleAsync(cancellationToken);
        return await LockAsync(id, cancellationToken);
    }

    public async Task<NumberSeries> LockAsync(NumberSeriesId id, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM number_series WHERE id = {id.Value} FOR UPDATE",
            cancellationToken
        );
        var series = await context.Set<NumberSeries>().SingleAsync(series => series.Id == id, cancellationToken);
        // Whoever held the lock before may have moved the count after this context had read it.
        await context.Entry(series).ReloadAsync(cancellationToken);
        return series;
    }

    private Task<NumberSeries?> LatestAsync(
        CertificateKind kind,
        UnitId? unit,
        int year,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<NumberSeries>()
            .AsNoTracking()
            .Where(series => series.Kind == kind && series.UnitId == unit && series.Year <= year)
            .OrderByDescending(series => series.Year)
            .FirstOrDefaultAsync(cancellationToken);

    /// <returns>Why it is not made: its numbers would read like another's; somebody has to give it a pattern first.</returns>
    private async Task<Error?> MakeAsync(
        CertificateKind kind,
        UnitId? unit,
        int year,
        NumberSeries? before,
        CancellationToken cancellationToken
    )
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        var word = kind == CertificateKind.Training ? "training" : "unitReport";
        var pattern = before?.Pattern ?? settings.Numbering.Certificates.GetValueOrDefault(word) ?? "{seq:0000}/{year}";
        var code = before?.UnitCode ?? "";
        if (unit is { } id)
            code = (await tree.ReadAsync(cancellationToken)).Find(id)?.Code ?? code;
        var made = NumberSeries.Create(kind, unit, code, year, pattern);
        // A pattern that names the unit needs one; the short name of the institution stands in for it.
        if (!made.IsSuccess)
            made = NumberSeries.Create(kind, unit, settings.ShortName, year, pattern);
        var series = made.Value;
        if (await collisions.FindAsync(series, cancellationToken) is { } collision)
            return collision;
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO number_series (id, kind, unit_id, unit_code, year, pattern, first, last)
            VALUES ({series.Id.Value}, {kind.ToString()}, {unit?.Value}, {series.UnitCode}, {year}, {series.Pattern}, {series.First}, {series.Last})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken
        );
        return null;
    }
}
