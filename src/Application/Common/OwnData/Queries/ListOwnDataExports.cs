using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.OwnData.Queries;

/// <summary>The packages of one's own data that can still be downloaded or are being made, newest first.</summary>
[SignedIn]
public sealed record ListOwnDataExports : IQuery<IReadOnlyList<OwnDataExportView>>;

/// <param name="ReadyAt">Empty while it is being made.</param>
/// <param name="ExpiresAt">The file is gone after this.</param>
/// <param name="Size">In bytes.</param>
/// <param name="State">Of the work; failed ones can be asked for again.</param>
public sealed record OwnDataExportView(
    Guid Id,
    Guid JobId,
    JobState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset? ReadyAt,
    DateTimeOffset ExpiresAt,
    long Size
);

internal sealed class ListOwnDataExportsHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListOwnDataExports, Result<IReadOnlyList<OwnDataExportView>>>
{
    public async Task<Result<IReadOnlyList<OwnDataExportView>>> Handle(
        ListOwnDataExports request,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        return await database
            .Set<OwnDataExport>()
            .Where(export => export.AccountId == user.UserId && export.ExpiresAt > now)
            .OrderByDescending(export => export.RequestedAt)
            .Join(
                database.Set<Job>(),
                export => export.JobId,
                job => job.Id,
                (export, job) =>
                    new OwnDataExportView(
                        export.Id,
                        job.Id,
                        job.State,
                        export.RequestedAt,
                        export.ReadyAt,
                        export.ExpiresAt,
                        export.Size
                    )
            )
            .ToListAsync(cancellationToken);
    }
}
