using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization.Commands;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <summary>
/// Makes the next version of the settings, the same way for every part that changes: what differs from today's settings
/// is done to those of the day from which it shall hold, and planned versions after that day take it over.
/// </summary>
internal sealed class InstitutionEditor(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    IInstitutionChanges changes
)
{
    public async Task<Result<InstitutionUpdated>> ChangeAsync(
        Func<InstitutionSettings, InstitutionSettings> change,
        DateOnly? effectiveFrom,
        string? reason,
        uint? expected,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var all = await database.Set<InstitutionVersion>().ToListAsync(cancellationToken);
        var standing = all.Where(version => version.CancelledAt is null).InOrder().ToList();
        if (expected is null)
            return CommonErrors.IfMatchRequired;
        if (expected != standing.EditNumber())
            return InstitutionErrors.Stale(standing.EditNumber());

        var current = standing.InForce(now)?.Settings ?? InstitutionSettings.Default;
        var today = current.TimeZone.DayOf(now);
        var from = effectiveFrom ?? today;
        var last = standing.LastOrDefault(version => version.EffectiveFrom <= from);
        var before = last?.Settings ?? InstitutionSettings.Default;
        var wanted = SettingsJson.Carry(current, change(current), onto: before);
        if (SettingsJson.Same(wanted, before) && last is not null)
            return new InstitutionUpdated(standing.EditNumber(), last.EffectiveFrom);

        var next = InstitutionVersion.Next(
            all.EditNumber(),
            new InstitutionChange(wanted, from, user.UserId, user.DisplayName, reason),
            today,
            now
        );
        if (!next.IsSuccess)
            return Result<InstitutionUpdated>.Failure(next.Errors);
        var rebased = standing.Where(version => version.EffectiveFrom > from).Rebase(before, wanted, today);
        if (!rebased.IsSuccess)
            return Result<InstitutionUpdated>.Failure(rebased.Errors);
        database.Set<InstitutionVersion>().Add(next.Value);
        database.AfterCommit(changes);
        return new InstitutionUpdated(next.Value.Number, next.Value.EffectiveFrom);
    }
}
