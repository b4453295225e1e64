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

/// <summary>
/// The number series of a year (or all), with what the next number would be: those of the institution, and of the units that
/// the user answers for.
/// </summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesRead, Permission.CertificatesIssue)]
public sealed record ListNumberSeries(int? Year) : IQuery<IReadOnlyList<NumberSeriesView>>;

/// <param name="UnitId">Null is the whole institution.</param>
/// <param name="Last">The last number given; one before the first of the series when none was.</param>
/// <param name="Next">How the next number would read today.</param>
/// <param name="Voided">Numbers taken and declared void.</param>
/// <param name="Unaccounted">Numbers that are neither on a certificate nor void; see the gap report.</param>
/// <param name="Version">To be sent back as If-Match.</param>
public sealed record NumberSeriesView(
    Guid Id,
    CertificateKind Kind,
    Guid? UnitId,
    string? UnitName,
    int Year,
    string Pattern,
    int Last,
    string Next,
    int Issued,
    int Voided,
    int Unaccounted,
    bool CanEdit,
    bool CanVoid,
    uint Version
);

internal sealed class ListNumberSeriesHandler(
    IDatabase database,
    ICurrentUser user,
    IUnitTree tree,
    IInstitution institution,
    IInstitutionClock clock
) : IRequestHandler<ListNumberSeries, Result<IReadOnlyList<NumberSeriesView>>>
{
    public async Task<Result<IReadOnlyList<NumberSeriesView>>> Handle(
        ListNumberSeries request,
        CancellationToken cancellationToken
    )
    {
        var rows = await NumberScope
            .Narrow(database.Set<NumberSeries>().AsNoTracking(), user)
            .Where(series => request.Year == null || series.Year == request.Year)
            .OrderByDescending(series => series.Year)
            .ThenBy(series => series.Kind)
            .Select(series => new
            {
                Series = series,
                Issued = database.Set<Certificate>().Count(certificate => certificate.SeriesId == series.Id),
                Voided = database.Set<VoidNumber>().Count(number => number.SeriesId == series.Id),
            })
            .ToListAsync(cancellationToken);
        var units = await tree.ReadAsync(cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        var today = await clock.TodayAsync(cancellationToken);
        return rows.Select(row =>
                NumberSeriesViews.Of(
                    row.Series,
                    row.Series.UnitId is { } unit ? units.Find(unit)?.Name : null,
                    row.Issued,
                    row.Voided,
                    row.Series.Taken - row.Issued - row.Voided,
                    settings.Terms.CentreShort,
                    today,
                    user
                )
            )
            .ToList();
    }
}

internal static class NumberSeriesViews
{
    public static NumberSeriesView Of(
        NumberSeries series,
        string? unitName,
        int issued,
        int voided,
        int unaccounted,
        string centre,
        DateOnly today,
        ICurrentUser user
    )
    {
        var pattern = CertificateNumberPattern.Parse(series.Pattern).Value;
        var day = today.Year == series.Year ? today : new DateOnly(series.Year, 12, 31);
        return new NumberSeriesView(
            series.Id.Value,
            series.Kind,
            series.UnitId?.Value,
            unitName,
            series.Year,
            series.Pattern,
            series.Last,
            pattern.Format(series.Last + 1, day, series.UnitCode, centre),
            issued,
            voided,
            unaccounted,
            user.Has(Permission.CertificateTemplatesManage),
            NumberScope.MayVoid(user, series.UnitId),
            series.Version
        );
    }
}
