using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Commands;

/// <summary>Takes back a change of the settings that has not come into force.</summary>
[Requires(Permission.InstitutionManage)]
public sealed record CancelInstitutionChange(int Number) : ICommand;

internal sealed class CancelInstitutionChangeHandler(
    IDatabase database,
    IInstitutionClock clock,
    TimeProvider time,
    IInstitutionChanges changes
) : IRequestHandler<CancelInstitutionChange, Result>
{
    public async Task<Result> Handle(CancelInstitutionChange request, CancellationToken cancellationToken)
    {
        var version = await database
            .Set<InstitutionVersion>()
            .SingleOrDefaultAsync(found => found.Number == request.Number, cancellationToken);
        if (version is null)
            return InstitutionErrors.VersionNotFound(request.Number);
        database.AfterCommit(changes);
        return version.Cancel(await clock.TodayAsync(cancellationToken), time.GetUtcNow());
    }
}
