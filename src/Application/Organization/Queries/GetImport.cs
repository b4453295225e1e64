using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Jobs.Queries;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Queries;

/// <summary>An import with the counts of its dry run.</summary>
[Requires(Permission.EmployeesImport, Permission.JpImport, Permission.AuditRead)]
public sealed record GetImport(Guid Id) : IQuery<ImportView>;

/// <param name="Standing">The state as people are told it.</param>
/// <param name="AsOf">From this day on the file is true.</param>
/// <param name="MissingLeave">The file is complete: who is missing has left.</param>
/// <param name="Counts">What the rows mean; final once the import is applied.</param>
/// <param name="JobId">The job that reads or applies it; follow it for progress.</param>
/// <param name="ErrorCode">Why the file could not be read to its end: a stable code.</param>
/// <param name="Error">The same as a sentence in both languages.</param>
/// <param name="RowsClearedAt">When the rows were deleted because their time was over; the counts stay.</param>
/// <param name="CanApply">The dry run is there and has something to bring in, or applying it has failed and can go on.</param>
/// <param name="CanConfirmRows">Doubtful rows can be confirmed, and confirmed ones taken back (ConfirmImportRow).</param>
/// <param name="CanDiscard">It can be thrown away; once applying has failed: stopped, what is in stays in.</param>
public sealed record ImportView(
    Guid Id,
    ImportKind Kind,
    ImportState State,
    ImportStanding Standing,
    string FileName,
    long FileSize,
    DateOnly AsOf,
    bool MissingLeave,
    IReadOnlyList<string> Columns,
    ImportCountsView Counts,
    string RequestedByName,
    DateTimeOffset RequestedAt,
    DateTimeOffset? CheckedAt,
    string? AppliedByName,
    DateTimeOffset? AppliedAt,
    Guid? JobId,
    string? ErrorCode,
    LocalText? Error,
    DateTimeOffset? RowsClearedAt,
    bool CanApply,
    bool CanDiscard,
    bool CanDownloadErrors,
    bool CanConfirmRows
);

/// <param name="Total">Rows in the file.</param>
/// <param name="New">Not known before.</param>
/// <param name="Changed">Known, with other values; HR's value wins.</param>
/// <param name="Leaving">Their last day is set, or a complete file does not name them.</param>
/// <param name="Unchanged">Known, with the same values.</param>
/// <param name="Wrong">Refused, with codes.</param>
/// <param name="Doubtful">They look like another person than their number says; out until confirmed one by one.</param>
public sealed record ImportCountsView(
    int Total,
    int New,
    int Changed,
    int Leaving,
    int Unchanged,
    int Wrong,
    int Doubtful
);

internal sealed class GetImportHandler(IDatabase database, ICurrentUser user, IErrorTexts texts)
    : IRequestHandler<GetImport, Result<ImportView>>
{
    public async Task<Result<ImportView>> Handle(GetImport request, CancellationToken cancellationToken)
    {
        var id = new ImportId(request.Id);
        var import = await database
            .Set<Import>()
            .AsNoTracking()
            .SingleOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (import is null || !user.MaySee(import.Kind))
        {
            return ImportErrors.NotFound();
        }
        var job = import.ErrorCode is null
            ? null
            : await database
                .Set<Job>()
                .AsNoTracking()
                .SingleOrDefaultAsync(job => job.Id == import.JobId, cancellationToken);
        var workFailed = await database.HasWorkFailedAsync(import, cancellationToken);
        return import.ToView(
            user,
            workFailed,
            job?.Error(texts) ?? (import.ErrorCode is { } code ? texts.Of(code) : null)
        );
    }
}

internal static class ImportViews
{
    public static ImportView ToView(this Import import, ICurrentUser user, bool workFailed, LocalText? error = null) =>
        new(
            import.Id.Value,
            import.Kind,
            import.State,
            import.StandingOf(workFailed),
            import.FileName,
            import.FileSize,
            import.AsOf,
            import.MissingLeave,
            import.Columns,
            new ImportCountsView(
                import.Counts.Total,
                import.Counts.New,
                import.Counts.Changed,
                import.Counts.Leaving,
                import.Counts.Unchanged,
                import.Counts.Wrong,
                import.Counts.Doubtful
            ),
            import.RequestedByName,
            import.RequestedAt,
            import.CheckedAt,
            import.AppliedByName,
            import.AppliedAt,
            import.JobId,
            import.ErrorCode,
            error,
            import.RowsClearedAt,
            user.MayImport(import.Kind) && import.CanApply(workFailed),
            user.MayImport(import.Kind) && import.CanDiscard(workFailed),
            import.Counts.LeftOut > 0 && import.State != ImportState.Discarded && import.RowsClearedAt is null,
            user.MayImport(import.Kind) && import.CanConfirmRows
        );
}
