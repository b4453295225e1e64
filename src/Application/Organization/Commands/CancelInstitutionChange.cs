using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization.Commands;

/// <summary>Takes back a change of the settings that has not come into force; those planned after it stay planned.</summary>
[Requires(Permission.InstitutionManage)]
public sealed record CancelInstitutionChange(int Number, uint? SeenVersion = null) : ICommand;

internal sealed class CancelInstitutionChangeHandler(
    IDatabase database,
    IInstitutionClock clock,
    TimeProvider time,
    IInstitutionChanges changes
) : IRequestHandler<CancelInstitutionChange, Result>
{
    public async Task<Result> Handle(CancelInstitutionChange request, CancellationToken cancellationToken)
    {
        var standing = await database.Set<InstitutionVersion>().Standing(cancellationToken);
        if (standing.Find(found => found.Number == request.Number) is not { } version)
            return await RefusalAsync(request.Number, cancellationToken);
        if (request.SeenVersion is { } seen && seen != standing.EditNumber())
            return InstitutionErrors.Stale(standing.EditNumber());
        var today = await clock.TodayAsync(cancellationToken);
        var cancelled = version.Cancel(today, time.GetUtcNow());
        if (!cancelled.IsSuccess)
            return cancelled;
        database.AfterCommit(changes);
        var order = standing.InOrder().ToList();
        var place = order.IndexOf(version);
        var before = place > 0 ? order[place - 1].Settings : InstitutionSettings.Default;
        return order.Skip(place + 1).Rebase(version.Settings, before, today);
    }

    private async Task<Error> RefusalAsync(int number, CancellationToken cancellationToken) =>
        await database.Set<InstitutionVersion>().AnyAsync(found => found.Number == number, cancellationToken)
            ? InstitutionErrors.AlreadyInForce(number)
            : InstitutionErrors.VersionNotFound(number);
}
