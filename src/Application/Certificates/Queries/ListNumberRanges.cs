using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>The numbers of a series as ranges of neighbours that were used alike, newest first.</summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue, Permission.CertificateTemplatesManage)]
public sealed record ListNumberRanges(Guid SeriesId, NumberFate? Fate, PageRequest Page)
    : IQuery<Page<NumberRangeLine>>;

/// <param name="First">First running number of the range.</param>
/// <param name="FirstNumber">As it is printed; null for numbers that were never printed.</param>
/// <param name="Day">Of issue, or of the declaration as void.</param>
/// <param name="SourceId">
/// The training whose certificates carry the numbers; null where it is of a unit that the user does not answer for.
/// </param>
public sealed record NumberRangeLine(
    int First,
    int Last,
    int Count,
    string? FirstNumber,
    string? LastNumber,
    NumberFate Fate,
    DateOnly? Day,
    Guid? SourceId
);

internal sealed class ListNumberRangesHandler(IDatabase database, NumberRuns runs, ICurrentUser user)
    : IRequestHandler<ListNumberRanges, Result<Page<NumberRangeLine>>>
{
    public async Task<Result<Page<NumberRangeLine>>> Handle(
        ListNumberRanges request,
        CancellationToken cancellationToken
    )
    {
        var series = await NumberScope.FindAsync(
            database.Set<NumberSeries>(),
            request.SeriesId,
            user,
            cancellationToken
        );
        if (series is null)
            return NumberSeriesErrors.NotFound();
        var fate = request.Fate?.ToString();
        var found = (await runs.OfAsync(series, cancellationToken)).Where(run => fate == null || run.Fate == fate);
        var total = await found.CountAsync(cancellationToken);
        var page = await found
            .OrderByDescending(run => run.First)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .ToListAsync(cancellationToken);
        return new Page<NumberRangeLine>([.. page.Select(ToLine)], total, request.Page.Number, request.Page.Size);
    }

    private static NumberRangeLine ToLine(NumberRun run) =>
        new(
            run.First,
            run.Last,
            run.Last - run.First + 1,
            run.FirstNumber,
            run.LastNumber,
            Enum.Parse<NumberFate>(run.Fate),
            run.Day,
            run.SourceId
        );
}
