using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The years of lesson hours, newest first: open, or closed by whom, when, why and with what.</summary>
[Requires(Permission.JpYearClose, Permission.JpImport, Permission.AuditRead)]
public sealed record ListJpYears : IQuery<IReadOnlyList<JpYearView>>;

/// <param name="Closed">The closing that stands; none while the year is open.</param>
/// <param name="Earlier">Closings that were taken back, newest first.</param>
/// <param name="CanClose">It is over, open, and the reader may close it.</param>
public sealed record JpYearView(
    int Year,
    JpYearClosingView? Closed,
    IReadOnlyList<JpYearClosingView> Earlier,
    bool CanClose,
    bool CanReopen
);

/// <param name="FrozenAt">When everybody's result stood; null while they are being written down.</param>
/// <param name="People">Whose results were frozen.</param>
/// <param name="Owing">Of these, those who owed a minimum.</param>
/// <param name="Met">Of these, those who reached it.</param>
public sealed record JpYearClosingView(
    string ClosedByName,
    DateTimeOffset ClosedAt,
    string Reason,
    Guid? JobId,
    DateTimeOffset? FrozenAt,
    int People,
    int Owing,
    int Met,
    long Jp,
    string? ReopenedByName,
    DateTimeOffset? ReopenedAt,
    string? ReopenReason
);

internal sealed class ListJpYearsHandler(IDatabase database, ICurrentUser user, IInstitutionClock clock)
    : IRequestHandler<ListJpYears, Result<IReadOnlyList<JpYearView>>>
{
    private const int Shown = 8;

    public async Task<Result<IReadOnlyList<JpYearView>>> Handle(
        ListJpYears request,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        var closings = await database
            .Set<YearClosing>()
            .AsNoTracking()
            .OrderByDescending(closing => closing.ClosedAt)
            .ToListAsync(cancellationToken);
        var may = user.Has(Permission.JpYearClose);
        return Enumerable
            .Range(today.Year - Shown + 1, Shown)
            .Union(closings.Select(closing => closing.Year))
            .OrderDescending()
            .Select(year =>
            {
                var standing = closings.Find(closing => closing.Year == year && closing.ReopenedAt is null);
                return new JpYearView(
                    year,
                    standing is null ? null : View(standing),
                    [.. closings.Where(one => one.Year == year && one.ReopenedAt is not null).Select(View)],
                    may && standing is null && year < today.Year,
                    may && standing is not null
                );
            })
            .ToList();
    }

    private static JpYearClosingView View(YearClosing closing) =>
        new(
            closing.ClosedByName,
            closing.ClosedAt,
            closing.Reason,
            closing.JobId,
            closing.FrozenAt,
            closing.People,
            closing.Owing,
            closing.Met,
            closing.Jp,
            closing.ReopenedByName,
            closing.ReopenedAt,
            closing.ReopenReason
        );
}
