using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Common.OwnData.Queries;

/// <summary>The package itself, for the person it is about and for nobody else, until it expires.</summary>
[SignedIn]
public sealed record DownloadOwnData(Guid Id) : IQuery<OwnDataArchive>;

public sealed record OwnDataArchive(string FileName, byte[] Content);

internal sealed class DownloadOwnDataHandler(IDatabase database, ICurrentUser user, IAuditLog audit, TimeProvider time)
    : IRequestHandler<DownloadOwnData, Result<OwnDataArchive>>
{
    public async Task<Result<OwnDataArchive>> Handle(DownloadOwnData request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var export = await database
            .Set<OwnDataExport>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                export => export.Id == request.Id && export.AccountId == user.UserId && export.ExpiresAt > now,
                cancellationToken
            );
        if (export is null)
            return OwnDataErrors.NotFound();
        if (export.Content is not { } content)
            return OwnDataErrors.NotReady();
        audit.Record(nameof(DownloadOwnData), nameof(Account), user.UserId, user.DisplayName);
        await database.SaveChangesAsync(cancellationToken);
        return new OwnDataArchive($"data-saya-{export.ReadyAt:yyyy-MM-dd}.zip", content);
    }
}
