using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Accounts for every number of a series: where each one went, and which are missing.</summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue, Permission.CertificateTemplatesManage)]
public sealed record GetNumberGapReport(Guid SeriesId) : IQuery<NumberGapReport>;

/// <param name="UnitName">Null is the whole institution.</param>
/// <param name="First">The first number of the series; earlier ones were given on paper before it began.</param>
/// <param name="Last">The last number given.</param>
/// <param name="Taken">From the first to the last: the sum of the five figures that follow.</param>
/// <param name="Missing">Taken, yet on no certificate and not in the void register.</param>
/// <param name="Gaps">The missing numbers as ranges, the first hundred.</param>
/// <param name="At">When the report was made.</param>
public sealed record NumberGapReport(
    Guid SeriesId,
    CertificateKind Kind,
    int Year,
    string Pattern,
    string? UnitName,
    int First,
    int Last,
    int Taken,
    int Issued,
    int Replaced,
    int Revoked,
    int Voided,
    int Missing,
    IReadOnlyList<NumberGap> Gaps,
    DateTimeOffset At
);

public sealed record NumberGap(int First, int Last, int Count);

internal sealed class GetNumberGapReportHandler(
    IDatabase database,
    NumberRuns runs,
    IUnitTree tree,
    ICurrentUser user,
    TimeProvider time
) : IRequestHandler<GetNumberGapReport, Result<NumberGapReport>>
{
    private const int GapsShown = 100;

    public async Task<Result<NumberGapReport>> Handle(GetNumberGapReport request, CancellationToken cancellationToken)
    {
        var series = await NumberScope.FindAsync(
            database.Set<NumberSeries>(),
            request.SeriesId,
            user,
            cancellationToken
        );
        if (series is null)
            return NumberSeriesErrors.NotFound();
        var counts = await (await runs.OfAsync(series, cancellationToken))
            .GroupBy(run => run.Fate)
            .Select(group => new { group.Key, Count = group.Sum(run => run.Last - run.First + 1) })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        // The runs are laid out a second time only where something is missing, which is the exception.
        var missing = counts.GetValueOrDefault(nameof(NumberFate.Missing));
        var gaps = missing == 0 ? [] : await GapsAsync(series, cancellationToken);
        var units = await tree.ReadAsync(cancellationToken);
        return new NumberGapReport(
            series.Id.Value,
            series.Kind,
            series.Year,
            series.Pattern,
            series.UnitId is { } unit ? units.Find(unit)?.Name : null,
            series.First,
            series.Last,
            series.Taken,
            counts.GetValueOrDefault(nameof(NumberFate.Issued)),
            counts.GetValueOrDefault(nameof(NumberFate.Replaced)),
            counts.GetValueOrDefault(nameof(NumberFate.Revoked)),
            counts.GetValueOrDefault(nameof(NumberFate.Voided)),
            missing,
            gaps,
            time.GetUtcNow()
        );
    }

    private async Task<List<NumberGap>> GapsAsync(NumberSeries series, CancellationToken cancellationToken) =>
        await (await runs.OfAsync(series, cancellationToken))
            .Where(run => run.Fate == nameof(NumberFate.Missing))
            .OrderBy(run => run.First)
            .Take(GapsShown)
            .Select(run => new NumberGap(run.First, run.Last, run.Last - run.First + 1))
            .ToListAsync(cancellationToken);
}
